"""The game on the screen, in Textual."""

from quizgame.tui.app import QuizGameApp, run_app

__all__ = ["QuizGameApp", "run_app"]
