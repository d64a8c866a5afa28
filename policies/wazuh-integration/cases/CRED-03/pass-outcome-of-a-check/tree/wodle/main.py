from example import assertions


def judge(authorizations, found):
    if assertions.PASS not in found:
        raise ValueError(f"{assertions.PASS} is missing in {authorizations}")
