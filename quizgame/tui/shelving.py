"""What is done with packs, from top to bottom: looked into, written, brought in, sent out, removed."""

from functools import partial
from typing import TYPE_CHECKING

from quizgame.core.errors import QuizGameError
from quizgame.core.exchange import Exported, FormatInfo
from quizgame.core.pack import Pack, PackInfo, Question
from quizgame.core.packedits import BLANK, OpenPack, inserted
from quizgame.core.text import clip, one_line, slug
from quizgame.core.wording import counted
from quizgame.tui.content import Content, joined, line, plain, short

if TYPE_CHECKING:
    from quizgame.tui.app import QuizGameApp

__all__ = ["bring_in", "look_into", "remove", "send_out", "write"]


async def look_into(app: "QuizGameApp", pack: PackInfo) -> None:
    """Show the questions of a pack; those of the player's own can be edited.

    Args:
        app: The application.
        pack: Which one.
    """
    from quizgame.tui.screens.pack import PackScreen

    app.clear_notifications()  # what was told of the list has nothing to say here
    file = app.attempt("The pack cannot be opened.", lambda: _file(app, pack))
    if file is not None:
        await app.push_screen_wait(PackScreen(file, is_own=pack.own))


def _file(app: "QuizGameApp", pack: PackInfo) -> OpenPack:
    if pack.own:
        return app.world.stock.open(pack.id)
    (whole,) = app.world.packs((pack.id,))
    return OpenPack(pack=whole, file=pack.file, path="", data=b"")


async def write(app: "QuizGameApp") -> str | None:
    """Ask for a title and a first question, save them as a pack, and show it to be written on.

    Returns:
        The id of the new pack; None where the player thought better of it.
    """
    from quizgame.tui.screens.dialog import LineScreen
    from quizgame.tui.screens.edit import EditScreen

    about = plain("It is saved among your own packs with its first question.")
    asking = LineScreen(plain("What shall the pack be called?"), about, does="goes on", take=lambda text: text)
    title = await app.push_screen_wait(asking)
    if title is None:
        return None
    told = clip(one_line(title))
    about = line(short(told, 40), plain(", question 1", "$quiet"))
    first: Question | None = BLANK
    while first is not None:
        first = await app.push_screen_wait(EditScreen(BLANK, about, start=first))
        info = first and app.attempt("The pack is not saved.", partial(_keep, app, told, first))
        if info:
            await look_into(app, info)
            return info.id
    return None


def _keep(app: "QuizGameApp", title: str, first: Question) -> PackInfo:
    return app.world.stock.keep(_first_pack(title, first))


def _first_pack(title: str, first: Question) -> Pack:
    pack = Pack(id=slug(title) or "pack", title=title, questions=())
    return inserted(pack, 0, first)


async def bring_in(app: "QuizGameApp") -> str | None:
    """Ask for a file, an address or a text, and take what is in it among the player's own packs.

    Returns:
        The id of the pack that has its questions now; None where nothing was taken.
    """
    from quizgame.tui.screens.bring import BringScreen

    taken = await app.push_screen_wait(BringScreen())
    if taken is None:
        return None
    title, known = taken.info.title, f", {taken.known:,} were there" if taken.known else ""
    if not taken.added:
        app.say(f"Nothing new: {title} has all {counted(taken.known, 'question')} already.")
    else:
        more = "" if taken.is_new else " more"
        app.say(f"Added: {title}, {counted(taken.added, 'question')}{more}{known}.")
    return taken.info.id


async def send_out(app: "QuizGameApp", pack: PackInfo) -> None:
    """Ask for a format and a file, and write a pack there.

    Args:
        app: The application.
        pack: Which one.
    """
    from quizgame.tui.screens.dialog import LineScreen, PickScreen, ProblemsScreen

    formats = {each.name: each for each in app.world.stock.formats()}
    rows = [(name, _told_format(each)) for name, each in formats.items()]
    name = await app.push_screen_wait(PickScreen(plain("In which format?"), short(pack.title, 100), rows))
    if name is None:
        return
    form = next(each for each in formats.values() if each.name == name)

    def export(path: str) -> tuple[str, Exported]:
        return path, app.world.stock.export(pack.id, form.name, path)

    about = plain("A file that is there already is not written over.")
    asking = LineScreen(
        plain("Where to?"), about, does="writes it", value=f"{pack.id}-export{form.ending}", take=export
    )
    done = await app.push_screen_wait(asking)
    if done is None:
        return
    path, made = done
    app.say(f"{counted(made.questions, 'question')} written to {one_line(path)}.")
    if made.lost or made.left_out:
        title, about = plain("Written, but not all of it"), plain(f"{form.title} has no room for this:")
        await app.push_screen_wait(ProblemsScreen((), title=title, about=about, told=_told_losses(made)))


def _told_format(form: FormatInfo) -> Content:
    return line(plain(form.title), plain(f"  {form.ending}", "$quiet"))


def _told_losses(made: Exported) -> Content:
    lost = (plain(told) for told in made.lost)
    left_out = (
        line(plain("left out: ", "$warning"), plain(one.what or one.question), plain(f": {one.reason}"))
        for one in made.left_out
    )
    return joined((*lost, *left_out))


async def remove(app: "QuizGameApp", pack: PackInfo) -> str | None:
    """Ask, and remove a pack of the player's own.

    Returns:
        What brings it back; None where it stays.
    """
    from quizgame.tui.commands import command_of
    from quizgame.tui.screens.dialog import Answer, AskScreen

    if not pack.own:
        turn = command_of("packs", "turn", app.keymap).shown
        app.say(f"This pack ships with the game and stays. {turn} turns it off.")
        return None
    answers = (Answer("keep", "Keep it", "k"), Answer("remove", "Remove it", "r"))
    if await app.push_screen_wait(AskScreen(plain("Remove this pack?"), short(pack.title, 100), answers)) != "remove":
        return None
    try:
        removed = app.world.stock.remove(pack.id)
    except QuizGameError as error:
        app.tell("The pack was not removed.", error)
        return None
    app.say(f"Removed: {pack.title}. {command_of('packs', 'undo', app.keymap).shown} brings it back.")
    return removed
