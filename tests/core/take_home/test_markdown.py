"""Worked steps as Markdown: everything is there, and no sentence turns into markup."""

import re

from core.expression import parse
from core.slopes import gradient_steps
from core.steps import Check, Step
from core.take_home import markdown

INNER = Step("Inside", "2x", "The power rule.")
CHECK = Check("Two ways to the slope.", "6", "6.0000", 1e-9, 1e-6)
STEP = Step("Put in x*y*z", r"f'(3) = 6", "Since a < b, [see] #1: $5 | ~x~ & `code`.", CHECK, (INNER,))


def test_a_step_keeps_its_formula_and_its_substeps_stand_one_level_deeper() -> None:
    text = markdown("Why?", {"f(x)": "x^2"}, {"Steps": [STEP]})
    assert "$$\nf'(3) = 6\n$$" in text
    assert text.index("### Put in") < text.index("#### Inside") < text.index("$$\n2x\n$$")


def test_a_check_is_a_sentence_with_both_numbers() -> None:
    text = markdown("Why?", {}, {"Steps": [STEP]})
    assert "Checked a second way. Two ways to the slope. Shown here: 6. Second way: 6.0000." in text
    assert "They differ by 10⁻⁹; 10⁻⁶ is allowed." in text


def test_a_check_that_fails_says_so() -> None:
    wrong = Step("t", "x", "w", Check("Two ways.", "6", "7", 1.0, 1e-6))
    assert "The two ways disagree. Two ways." in markdown("Why?", {}, {"Steps": [wrong]})


def test_signs_of_markdown_in_sentences_stand_as_they_are() -> None:
    text = markdown("Why?", {}, {"Steps": [STEP]})
    assert r"Put in x\*y\*z" in text
    assert r"Since a \< b, \[see\] \#1: \$5 \| \~x\~ \& \`code\`." in text


def test_real_steps_have_as_many_formulas_as_the_steps_have_lines() -> None:
    steps = gradient_steps(parse("x^2*y + sin(x*y)", ("x", "y")), (1.0, 2.0))
    text = markdown("Which way is up?", {}, {"Steps": steps})
    assert text.count("$$\n") == 2 * sum(map(lines_of, steps))
    outside = re.sub(r"\$\$\n.*?\n\$\$", "", text, flags=re.DOTALL)
    assert not re.search(r"(?<!\\)[*_$`]", outside)


def lines_of(step: Step) -> int:
    return 1 + sum(map(lines_of, step.substeps))
