"""Run the game with ``python -m quizgame``."""

from quizgame.cli import main

if __name__ == "__main__":
    main()
