"""``quizgame info``: the version, where everything is, and the settings."""

import click

from quizgame import __version__
from quizgame.cli.options import as_json, echo_json, profile, status_of

__all__ = ["info"]


@click.command()
@profile
@as_json
def info(profile: str | None, as_json: bool) -> int:
    """Show the version, the folders in use and the settings."""
    import platform

    import msgspec

    from quizgame.cli.world import real_paths, real_world
    from quizgame.core.text import one_line

    paths = real_paths()
    world = real_world(profile)
    settings, problems = world.settings()
    told = {
        "version": __version__,
        "python": platform.python_version(),
        "packs": str(paths.own),
        "shipped": str(paths.shipped),
        "seeds": str(paths.seeds),
        "saves": str(paths.saves),
        "profile": world.profile,
        "settings": msgspec.to_builtins(settings),
    }
    for problem in problems:
        click.echo(str(problem), err=True)
    if as_json:
        echo_json(told)
    else:
        flat = {**told, "settings": ", ".join(f"{key} = {value}" for key, value in told["settings"].items())}
        for key, value in flat.items():
            click.echo(f"{key:<16} {one_line(str(value))}")
    return status_of(problems)
