"""The formats that other programs keep quizzes in."""

__all__: tuple[str, ...] = ()
