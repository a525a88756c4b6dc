"""Everything public has one address: the module that defines it."""

import importlib
import pkgutil

import pytest

from quizgame import storage

MODULES = [f"quizgame.storage.{module.name}" for module in pkgutil.iter_modules(storage.__path__)]


@pytest.mark.parametrize("name", MODULES)
def test_a_module_offers_only_what_it_defines(name):
    module = importlib.import_module(name)
    homes = {public: getattr(getattr(module, public), "__module__", name) for public in module.__all__}
    assert homes == dict.fromkeys(homes, name)
