import pytest

from outsourcing_lessons.errors import ContentError
from outsourcing_lessons.lessons.fields import fill, names_in

FUNCTIONS = {"money": lambda n: f"€{n:g}", "first": lambda s: s.split()[0]}
FIELDS = {"owner": "Leila Haddad", "hour": 60.0, "jobs": 8, "tasks": ("one", "two"), **FUNCTIONS}


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("plain", "plain"),
        ("**{owner}** owns", "**Leila Haddad** owns"),
        ("{ owner }", "Leila Haddad"),
        ("{money(hour)}", "€60"),
        ("{money(2 * hour / jobs)}", "€15"),
        ("{first(owner)}", "Leila"),
        ("{jobs + 1}", "9"),
        ("{-jobs}", "−8"),
        ("{1000 * jobs}", "8,000"),
        ("{{owner}}", "{owner}"),
        ("{money(1.5)}", "€1.5"),
    ],
)
def test_a_field_is_filled(text, filled):
    assert fill(text, FIELDS, "here") == filled


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("{ownr}", r"cell 7: no field 'ownr' in \{ownr\}; did you mean 'owner'\?"),
        ("{zzzzzz}", r"cell 7: no field 'zzzzzz'.*there are: first, hour, jobs, money, owner, tasks"),
        ("{owner.__class__}", "cell 7: .* is not a field"),
        ("{__import__('os')}", "cell 7: no field '__import__'"),
        ("{[1][0]}", "cell 7: .* is not a field"),
        ("{owner * 2}", "cell 7: .* calculates with 'Leila Haddad'"),
        ("{jobs ** 9}", "cell 7: .* is not a field"),
        ("{jobs / 0}", "cell 7: .* divides by zero"),
        ("{tasks}", "cell 7: .* is neither text nor a number"),
        ("{owner(1)}", "cell 7: .* calls something that is not a function"),
        ("{money()}", "cell 7: .* cannot be worked out"),
        ("{}", r"cell 7: \{\} is not a field"),
        ("an open { brace", "cell 7: a lone '{'"),
        ("a } brace", "cell 7: a lone '}'"),
        ("{True}", "cell 7: .* is not a field"),
    ],
)
def test_what_is_no_field_is_refused_by_place(text, error):
    with pytest.raises(ContentError, match=error):
        fill(text, FIELDS, "cell 7")


def test_a_value_is_not_filled_again():
    assert fill("{name}", {"name": "{owner}", "owner": "x"}, "here") == "{owner}"


def test_the_names_of_a_text_are_known_before_it_is_filled():
    assert names_in("{money(hour)} {owner} {{not}} {") == {"money", "hour", "owner"}
