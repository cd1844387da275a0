"""The blackboard: tries the rules of one visible list in order until a limit is worked out."""

from dataclasses import dataclass

import sympy

from core.limiting.problem import Move, Problem, Rule
from core.limiting.rules_by_algebra import cancel, common_denominator, conjugate, dominant, factor_out
from core.limiting.rules_by_calculus import as_quotient, leading_term, lhopital
from core.limiting.rules_by_limits import (
    constant,
    continuous_outside,
    exp_of_log,
    known_quotients,
    part_by_part,
    put_in,
    squeeze,
    squeeze_floor,
)
from core.limiting.rules_by_paths import two_paths
from core.sympy_failures import GIVING_UP

RULES: tuple[Rule, ...] = (
    # a value by the limit laws ends the work
    constant,
    put_in,
    # algebra first: it explains most
    cancel,
    conjugate,
    dominant,
    common_denominator,
    factor_out,
    # limits everybody knows
    known_quotients,
    squeeze,
    squeeze_floor,
    exp_of_log,
    continuous_outside,
    part_by_part,
    # derivatives when algebra has no answer
    lhopital,
    as_quotient,
    # always an answer, never an explanation
    leading_term,
)
"""Each answers with a move, or None: not mine."""

MOST_MOVES = 8
MOST_LEVELS = 4


@dataclass(frozen=True)
class Done:
    """A move that was made on a problem, with the limits worked out for it and the result, if it is one."""

    problem: Problem
    move: Move
    inner: tuple["Worked", ...]
    value: sympy.Expr | None


@dataclass(frozen=True)
class Worked:
    """The moves made on one limit, and its value; None when no rule finished, or when there is no limit.

    finished: whether the last line is the answer, be it a value or that there is none.
    """

    problem: Problem
    done: tuple[Done, ...]
    value: sympy.Expr | None
    finished: bool


def solve(problem: Problem, level: int = 0) -> Worked:
    """The limit worked out by RULES. A move whose result is not the limit of the start is not made."""
    goal = problem.limit()
    if goal is None:
        paths = two_paths(problem)
        return Worked(
            problem, () if paths is None else (Done(problem, paths, (), None),), None, paths is not None
        )
    done: list[Done] = []
    seen = {problem.function}
    current = problem
    while level < MOST_LEVELS and len(done) < MOST_MOVES:
        step = next((made for rule in RULES if (made := _made(rule, current, goal, level, seen))), None)
        if step is None:
            break
        done.append(step)
        if step.value is not None:
            return Worked(problem, tuple(done), step.value, finished=True)
        assert step.move.following is not None
        current = step.move.following
        seen.add(current.function)
    return Worked(problem, tuple(done), None, finished=False)


def _made(rule: Rule, problem: Problem, goal: sympy.Expr, level: int, seen: set[sympy.Expr]) -> Done | None:
    try:
        move = rule(problem)
    except GIVING_UP:
        # SymPy cannot say whether the rule applies: then it is not used
        return None
    if move is None:
        return None
    if move.following is not None:
        known = move.following.function in seen or not _same(move.following.limit(), goal)
        return None if known else Done(problem, move, (), None)
    if move.join is None:
        return Done(problem, move, (), move.value) if _same(move.value, goal) else None
    inner = tuple(solve(part, level + 1) for part in move.through)
    if any(part.value is None for part in inner):
        return None
    value = move.join(*(part.value for part in inner))
    return Done(problem, move, inner, goal) if _same(value, goal) else None


def _same(value: sympy.Expr | None, goal: sympy.Expr) -> bool:
    if value is None or value.is_infinite or goal.is_infinite:
        return bool(value == goal)
    return bool(value == goal or sympy.simplify(value - goal) == 0)
