from setuptools import setup

setup(name="example", install_requires=["requests"])
