"""What a person can get wrong, each as one sentence for that person."""


class CalculusError(Exception):
    """A mistake of the person at the keyboard; str(error) is one sentence that says how to mend it."""


class SettingError(CalculusError):
    """A value beside the function (a start, a rate, a window) that cannot be used.

    `setting` is the key of that value in the address ("x0", "eta", …), so that the message can stand
    at its control.
    """

    def __init__(self, sentence: str, setting: str) -> None:
        super().__init__(sentence)
        self.setting = setting
