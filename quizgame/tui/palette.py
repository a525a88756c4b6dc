"""The command palette, and packs by name in it."""

from collections.abc import Callable
from functools import partial
from typing import cast

from textual.await_complete import AwaitComplete
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider

from quizgame.core.errors import QuizGameError
from quizgame.core.pack import PackInfo
from quizgame.core.play import Choice
from quizgame.tui.app import QuizGameApp
from quizgame.tui.content import Content, line, plain, short
from quizgame.tui.screens.home import HomeScreen

__all__ = ["PackCommands", "Palette"]


class Palette(CommandPalette):
    """Textual's palette, which goes once however often Enter is pressed."""

    _is_leaving = False

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Leave the palette; a second call does nothing."""
        if self._is_leaving or not self.is_active:
            return AwaitComplete()
        self._is_leaving = True
        return super().dismiss(result)


class PackCommands(Provider):
    """A quick game of any one pack. The titles are foreign text, so they are never highlighted as markup."""

    async def discover(self) -> Hits:
        """All packs."""
        for pack in self._packs():
            yield DiscoveryHit(_told(pack), self._play(pack), text=_words(pack))

    async def search(self, query: str) -> Hits:
        """The packs whose name is like what was typed."""
        matcher = self.matcher(query)
        for pack in self._packs():
            score = matcher.match(_words(pack))
            if score > 0:
                yield Hit(score, _told(pack), self._play(pack), text=_words(pack))

    @property
    def _game(self) -> QuizGameApp:
        return cast("QuizGameApp", self.app)

    def _packs(self) -> tuple[PackInfo, ...]:
        if not isinstance(self.screen, HomeScreen):
            return ()
        try:
            return self._game.world.library().packs
        except QuizGameError:
            return ()

    def _play(self, pack: PackInfo) -> Callable[[], None]:
        rules = self._game.quick_rules
        return partial(self._game.start, Choice(rules=rules, packs=(pack.id,)))


def _words(pack: PackInfo) -> str:
    return f"Play {short(pack.title, 80).plain}"


def _told(pack: PackInfo) -> Content:
    return line(plain("Play "), short(pack.title, 80))
