"""Flagging a question as bad, and taking a flag back."""

from typing import TYPE_CHECKING, cast

from quizgame.core.errors import QuizGameError
from quizgame.core.flags import REASONS, Reason, flagged, unflagged
from quizgame.core.showing import Showing
from quizgame.tui.content import Content, plain, short

if TYPE_CHECKING:
    from quizgame.tui.app import QuizGameApp

__all__ = ["flag"]

_BACK = "back"
_REASONS: dict[Reason, str] = {
    "wrong": "the answer is wrong",
    "ambiguous": "the question is ambiguous",
    "several right": "several options are right",
    "outdated": "it is outdated",
    "typo": "there is a slip in it",
}


async def flag(app: "QuizGameApp", showing: Showing) -> None:
    """Ask what is wrong with a question, and keep it from being asked again; or take its flag back.

    Args:
        app: The application.
        showing: The question.
    """
    from quizgame.tui.screens.dialog import PickScreen

    there = {flag.question: flag.reason for flag in app.world.flags().flags}
    choices: list[tuple[str, Content]] = [(reason, plain(_REASONS[reason])) for reason in REASONS]
    if showing.ref in there:
        choices.insert(0, (_BACK, plain(f"nothing after all (it is flagged: {there[showing.ref]})")))
    about = short(showing.question.stem, 200)
    wish = await app.push_screen_wait(PickScreen(plain("What is wrong with this question?"), about, choices))
    if wish is None:
        return
    try:
        if wish == _BACK:
            app.world.change_flags(lambda flags: unflagged(flags, showing.ref))
        else:
            when, stem = app.world.now(), showing.question.stem
            reason = cast("Reason", wish)
            app.world.change_flags(lambda flags: flagged(flags, showing.ref, reason, when=when, stem=stem))
    except QuizGameError as error:
        app.tell("The flag could not be saved.", error)
    else:
        app.say("The question is asked again." if wish == _BACK else "Flagged. It is not asked any more.")
