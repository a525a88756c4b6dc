"""What is done with packs, from top to bottom: looked into, written, brought in, sent out, removed."""

from typing import TYPE_CHECKING

from quizgame.core.errors import QuizGameError
from quizgame.core.exchange import Exported, FormatInfo, Imported
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
    first = await app.push_screen_wait(EditScreen(BLANK, line(short(told, 40), plain(", question 1", "$quiet"))))
    if first is None:
        return None
    info = app.attempt("The pack is not saved.", lambda: app.world.stock.keep(_first_pack(told, first)))
    if info is not None:
        await look_into(app, info)
    return info.id if info else None


def _first_pack(title: str, first: Question) -> Pack:
    pack = Pack(id=slug(title) or "pack", title=title, questions=())
    return inserted(pack, 0, first)


async def bring_in(app: "QuizGameApp") -> str | None:
    """Ask for a file, an address or a text, show what is in it, and take it among the player's own packs.

    Returns:
        The id of the pack that has its questions now; None where nothing was taken.
    """
    from quizgame.tui.screens.bring import BringScreen
    from quizgame.tui.screens.offer import OfferScreen

    found = await app.push_screen_wait(BringScreen())
    if found is None:
        return None
    if not found.data:
        found = await app.push_screen_wait(OfferScreen(found))
    return _taken(app, found) if found else None


def _taken(app: "QuizGameApp", found: Imported) -> str | None:
    taken = app.attempt("The pack was not added.", lambda: app.world.stock.take(found))
    if taken is None:
        return None
    known = f", {taken.known:,} were there" if taken.known else ""
    what = counted(taken.added, "question") if taken.is_new else f"{counted(taken.added, 'question')} more"
    app.say(f"Added: {taken.info.title}, {what}{known}.")
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
        line(plain("left out: ", "$warning"), plain(one.question), plain(f": {one.reason}")) for one in made.left_out
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
        app.say("This pack ships with the game and stays. Space turns it off.")
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
