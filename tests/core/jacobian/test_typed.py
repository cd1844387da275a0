"""Vector functions as people type them, and mistakes with their line."""

import pytest

from core.jacobian import INPUTS, ComponentError, read_vector, vector_function


def mistake(text: str, inputs: tuple[str, ...] = ("x", "y")) -> ComponentError:
    with pytest.raises(ComponentError) as caught:
        vector_function(text, inputs)
    return caught.value


@pytest.mark.parametrize(
    ("text", "inputs", "shape"),
    [
        ("x^2", ("x",), (1, 1)),
        ("cos t\nsin t\nt", ("t",), (3, 1)),
        ("x y", ("x", "y"), (1, 2)),
        ("r cos t\nr sin t", ("r", "t"), (2, 2)),
        ("x y z\nx + z", ("x", "y", "z"), (2, 3)),
    ],
)
def test_the_shape_is_outputs_by_inputs(text: str, inputs: tuple[str, ...], shape: tuple[int, int]) -> None:
    assert inputs in INPUTS
    assert vector_function(text, inputs).shape == shape


@pytest.mark.parametrize(
    "text", ["x = r cos t\ny = r sin t", "f_1 = r cos t\nf2 = r sin t", "u=r cos t\nv=r sin t"]
)
def test_a_name_may_stand_in_front_of_a_component(text: str) -> None:
    assert vector_function(text, ("r", "t")) == vector_function("r cos t\nr sin t", ("r", "t"))


def test_empty_lines_count_for_nothing_but_keep_their_number() -> None:
    assert vector_function("\nx\n\ny\n", ("x", "y")).shape == (2, 2)
    assert mistake("\nx\n\nx +* y").line == 4


def test_a_mistake_carries_its_line_and_its_place_there() -> None:
    error = mistake("x y\nu = x + cso(y)\nx")
    assert (error.line, error.text, error.unfinished) == (2, "u = x + cso(y)", False)
    assert error.text[error.position :].startswith("cso")
    assert str(error) == "Line 2: “cso” is not a name here. Did you mean csc?"


def test_an_unfinished_line_is_not_an_error_yet() -> None:
    error = mistake("x y\nsin(")
    assert (error.line, error.position, error.unfinished) == (2, 4, True)


def test_nothing_typed_asks_for_components() -> None:
    error = mistake("  \n")
    assert error.unfinished and "one to three components" in str(error)


def test_a_fourth_component_is_one_too_many() -> None:
    error = mistake("x\ny\nx\n\ny")
    assert (error.line, str(error)) == (5, "Line 5: There is room for three components.")


def test_a_variable_is_not_a_name_in_front() -> None:
    assert mistake("x = y").line == 1


@pytest.mark.parametrize("text", ["__import__('os')", "\x00", "x" * 5000, "x\r\n\t;", "9" * 400, "((((" * 50])
def test_hostile_text_ends_in_an_error_with_a_line(text: str) -> None:
    assert mistake(text).line in (1, 2)


def test_values_have_a_row_for_each_component() -> None:
    f = vector_function("x y\nx + y", ("x", "y"))
    assert f([1.0, 2.0], [3.0, 4.0]).tolist() == [[3.0, 8.0], [4.0, 6.0]]


def test_components_are_numbered_only_where_there_are_several() -> None:
    assert vector_function("x", ("x",)).names == ("f",)
    assert vector_function("x\nx", ("x",), "g").names == ("g₁", "g₂")


@pytest.mark.parametrize(
    ("typed", "inputs"),
    [
        ("x^2\nx^3", ("x",)),
        ("cos t\nsin t", ("t",)),
        ("x y\nx + y\nsin x", ("x", "y")),
        ("x = r cos t\ny = r sin t", ("r", "t")),
        ("x y z", ("x", "y", "z")),
        ("5\n3", ("x",)),
    ],
)
def test_the_inputs_are_those_that_were_typed(typed: str, inputs: tuple[str, ...]) -> None:
    assert read_vector(typed).inputs == inputs


@pytest.mark.parametrize(
    ("typed", "line", "position"), [("x y\nx +* y", 2, 3), ("r cos t\nr sin q", 2, 6), ("x y z\nx q", 2, 2)]
)
def test_what_suits_no_inputs_is_refused_where_most_of_it_was_read(
    typed: str, line: int, position: int
) -> None:
    with pytest.raises(ComponentError) as caught:
        read_vector(typed)
    assert (caught.value.line, caught.value.position) == (line, position)
