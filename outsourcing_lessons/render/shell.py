"""A kernel in this very process: its shell is the one of Jupyter's kernel, but a message is handed over, not sent.

- One for each notebook: names, displays, history and widgets start anew and are gone at its end.
- What a process has one of (``__main__``, ``input``, the output streams, the environment) is lent and given back.
- There can be one at a time, and only where `refusal` has no objection: in the main thread.
- History is kept in no file. Nobody can be asked for input.
"""

from __future__ import annotations

import atexit
import builtins
import getpass
import io
import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, redirect_stderr, redirect_stdout
from functools import lru_cache, partial
from time import monotonic
from types import SimpleNamespace
from typing import Any, cast
from unittest.mock import patch

import comm
from comm.base_comm import BaseComm, CommManager
from ipykernel.compiler import XCachingCompiler
from ipykernel.displayhook import ZMQShellDisplayHook
from ipykernel.ipkernel import IPythonKernel
from ipykernel.zmqshell import ZMQDisplayPublisher, ZMQInteractiveShell
from IPython.core.async_helpers import _should_be_async
from IPython.core.error import StdinNotImplementedError
from IPython.core.inputtransformer2 import TransformerManager
from IPython.core.interactiveshell import InteractiveShell
from IPython.core.profiledir import ProfileDir
from IPython.paths import get_ipython_dir
from jupyter_client.session import Session
from traitlets import Any as AnyTrait
from traitlets.config import Config

from outsourcing_lessons.render.process_state import Own, lent

Hear = Callable[[dict[str, Any]], None]
LANGUAGE = IPythonKernel.language_info
NO_WIRE: Any = None  # what a kernel would have for it is never looked at
MOST_CELLS = 2000  # of which IPython's reading is kept
FLUSH_SECONDS = 0.2  # as long as a kernel holds back what is printed


class _Handing(Session):
    """A session whose messages arrive at once, as they would at the other end of a wire."""

    hear = AnyTrait()
    own = AnyTrait()

    def send(  # noqa: PLR0913 - as jupyter_client has it
        self, stream: Any, msg_or_type: Any, content: dict[str, Any] | None = None,
        parent: dict[str, Any] | None = None, ident: bytes | list[bytes] | None = None,
        buffers: list[Any] | None = None, track: bool = False,
        header: dict[str, Any] | None = None, metadata: dict[str, Any] | None = None,
    ) -> dict[str, Any]:  # fmt: skip
        msg = msg_or_type
        if isinstance(msg, str):
            msg = self.msg(msg_or_type, content, parent, metadata=metadata)
        # Through JSON and back, which makes lists of tuples and refuses what no notebook can hold.
        msg["content"] = self.unpack(self.pack(msg["content"]))
        msg["buffers"] = buffers or []
        if self.own.is_at_work():
            with self.own.heard():
                self.hear(msg)
        return msg


class _Stream(io.TextIOBase):
    """The standard output or error stream of a notebook; what others write meanwhile goes where it always went."""

    encoding = "UTF-8"

    def __init__(self, name: str, send: Callable[..., Any], own: Own):
        self.name, self._send, self._own, self._others = name, send, own, getattr(sys, name)
        self._kept: list[str] = []
        self._since = monotonic()

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        if not self._own.is_at_work():
            return self._others.write(text) if self._others else len(text)
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        with self._own.lock:
            self._kept.append(text)
        if monotonic() - self._since > FLUSH_SECONDS:
            self.flush()
        return len(text)

    def flush(self) -> None:
        if not self._own.is_at_work():
            if self._others:
                self._others.flush()
            return
        with self._own.lock:
            text, self._kept, self._since = "".join(self._kept), [], monotonic()
            if text:
                self._send("stream", {"name": self.name, "text": text})


class Kernel:
    """What runs cells; to be had from `kernel`."""

    def __init__(self, hear: Hear, timed: bool = False):
        self.own, self.timed = Own(), timed
        self.session = _Handing(hear=hear, own=self.own)
        self.comms = CommManager()
        self.streams = [_Stream(name, self.send, self.own) for name in ("stdout", "stderr")]
        self._answers: list[dict[str, Any]] = []
        self._parent: dict[str, Any] = {}
        self.shell = self._new_shell()

    def _new_shell(self) -> ZMQInteractiveShell:
        config = Config()
        config.HistoryManager.enabled = False
        shell = ZMQInteractiveShell.instance(
            config=config,
            profile_dir=_profile(),
            kernel=SimpleNamespace(eventloop=None),
            compiler_class=XCachingCompiler,
        )
        vars(shell)["enable_gui"] = _no_gui
        vars(shell)["should_run_async"] = partial(_runs_async, shell)
        vars(shell.input_transformer_manager)["transform_cell"] = partial(_transformed, shell.input_transformer_manager)
        cast(ZMQShellDisplayHook, shell.displayhook).session = self.session
        cast(ZMQDisplayPublisher, shell.display_pub).session = self.session
        return shell

    def send(self, kind: str, content: dict[str, Any], **more: Any) -> None:
        """Hand over a message that belongs to the cell that is running."""
        self.session.send(None, kind, content, self._parent, **more)

    def comm(self, *args: Any, **kwargs: Any) -> BaseComm:
        """Open a comm: what widgets talk to their views through."""
        return _Comm(self, *args, **kwargs)

    def answer(self, msg: dict[str, Any]) -> None:
        """Take a message to a widget; as in any kernel, it is read when the cell has ended."""
        self._answers.append(msg | {"buffers": []})

    def close_comms(self) -> None:
        """Close what widgets have opened: they would try to themselves when the process ends, and say so at length."""
        for each in list(self.comms.comms.values()):
            each.close()

    def execute(self, source: str) -> dict[str, Any]:
        """Run a cell; return what a kernel replies."""
        request = {"code": source, "silent": False, "store_history": True, "allow_stdin": False}
        self._parent = self.session.msg("execute_request", request)
        self.shell.set_parent(self._parent)
        self._tell("busy")
        self.send("execute_input", {"code": source, "execution_count": self.shell.execution_count})
        done = self.shell.run_cell(source, store_history=True)
        for stream in self.streams:
            stream.flush()
        if self.shell.payload_manager:
            self.shell.payload_manager.clear_payload()
        reply = _reply(self.shell, done)
        while self._answers:
            self.comms.comm_msg(NO_WIRE, "", self._answers.pop(0))
        self._tell("idle")
        return reply

    def _tell(self, state: str) -> None:
        if self.timed:
            self.send("status", {"execution_state": state})


def _reply(shell: ZMQInteractiveShell, done: Any) -> dict[str, Any]:
    if done.success and not shell._last_traceback_during_displayhook:
        return {"status": "ok"}
    error = done.error_before_exec or done.error_in_exec
    named = {"ename": type(error).__name__, "evalue": str(error)}
    return {"status": "error", "traceback": shell._last_traceback or [], **named}


class _Comm(BaseComm):
    def __init__(self, kernel: Kernel, *args: Any, **kwargs: Any):
        self._kernel = kernel
        super().__init__(*args, **kwargs)

    def publish_msg(self, msg_type, data=None, metadata=None, buffers=None, **keys) -> None:
        content = {"data": data or {}, "comm_id": self.comm_id, **keys}
        self._kernel.send(msg_type, content, metadata=metadata or {}, buffers=buffers)


def warm(source: str) -> None:
    """Prepare a cell that will be run: what IPython finds out from its text alone, it is not asked again."""
    _awaits(_plain(source))


# Magics are looked for with a tokenizer, and an ``await`` with a compiler, in each cell of each learner's notebooks.
_AS_BORN = TransformerManager()
_plain = lru_cache(MOST_CELLS)(_AS_BORN.transform_cell)
_awaits = lru_cache(MOST_CELLS)(_should_be_async)


def _transformed(manager: TransformerManager, source: str) -> str:
    """Return a cell's text as Python; a manager that a cell has taught something is asked itself."""
    known = ("cleanup_transforms", "line_transforms", "token_transformers")
    as_born = all(getattr(manager, name) == getattr(_AS_BORN, name) for name in known)
    return _plain(source) if as_born else TransformerManager.transform_cell(manager, source)


def _runs_async(shell: ZMQInteractiveShell, source: str, *, transformed_cell: str | None = None, **given: Any) -> bool:
    """Return whether a cell needs an event loop, as IPython does; it is asked once for each text that it could read."""
    if shell.autoawait and transformed_cell is not None and given.get("preprocessing_exc_tuple") is None:
        return _awaits(transformed_cell)
    return ZMQInteractiveShell.should_run_async(shell, source, transformed_cell=transformed_cell, **given)


def _profile() -> ProfileDir:
    """Return the folder of IPython's files. A learner's own settings of it are read by nobody here."""
    return ProfileDir(location=os.path.join(get_ipython_dir(), "profile_default"))


def _no_gui(gui: str | None = None) -> None:
    """Enable no window: nobody could see one."""


def _ask_nobody(*_, **__) -> str:
    raise StdinNotImplementedError("raw_input was called, but this frontend does not support input requests.")


def refusal() -> str:
    """Return why no shell can be had here and now, or nothing.

    Only the main thread may have one: streams, signals and environment are those of the process, and the shell in which
    a notebook runs would be whichever thread's came last. So between this and `kernel` nobody else can take it either.
    """
    if threading.current_thread() is not threading.main_thread():
        return "it is not called from the main thread"
    return "this process has an IPython shell already" if InteractiveShell.initialized() else ""


@contextmanager
def kernel(hear: Hear, timed: bool = False) -> Iterator[Kernel]:
    """Lend a new kernel.

    ``hear``: is handed each message, with a header, a parent header and a content like one that came over a wire.
    ``timed``: whether it is also told when the kernel is busy, which is of use only to who writes the times down.
    """
    with ExitStack() as stack:
        stack.enter_context(lent())
        stack.callback(_end)
        new = Kernel(hear, timed)
        stack.enter_context(new.own.threads())
        for redirected, stream in zip((redirect_stdout, redirect_stderr), new.streams, strict=True):
            stack.enter_context(redirected(stream))
        stack.enter_context(patch.object(builtins, "input", _ask_nobody))
        stack.enter_context(patch.object(getpass, "getpass", _ask_nobody))
        stack.enter_context(patch.object(comm, "create_comm", new.comm))
        stack.enter_context(patch.object(comm, "get_comm_manager", lambda: new.comms))
        stack.callback(new.close_comms)
        yield new


def _end() -> None:
    if not InteractiveShell.initialized():
        return  # it never came to be
    shell = InteractiveShell.instance()
    shell.restore_sys_module_state()
    atexit.unregister(shell.atexit_operations)
    type(shell).clear_instance()
