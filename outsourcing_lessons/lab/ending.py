"""A server that ends when it is told to.

Jupyter's own waits for more than it has to. A thread that reads files waits for the request it was made for, and a
request that is still in hand when the server stops is never finished; one error while a kernel is shut down, and the
server does not stop at all. Nothing of a learner's is lost by ending: answers are written as they are given, and a
kernel whose server is gone ends by itself.
"""

from __future__ import annotations

import asyncio
import faulthandler

from jupyter_server.serverapp import ServerApp
from traitlets import Float


class EndingServer(ServerApp):
    """Jupyter's server, which gives up what is still in hand, and ends at the latest after some seconds."""

    ends_within = Float(20.0, config=True, help="Seconds after which it ends, whatever still goes on.")

    def stop(self, from_signal: bool = False) -> None:
        """Stop; what hangs then is ended from outside of Python, where no lock can be in the way."""
        if not self._stopping:
            faulthandler.dump_traceback_later(self.ends_within, exit=True)
        super().stop(from_signal)

    def start_ioloop(self) -> None:
        """Run until it is told to stop, then give up the requests that are still in hand."""
        super().start_ioloop()
        asyncio.get_event_loop().run_until_complete(_give_up())


async def _give_up() -> None:
    left = asyncio.all_tasks() - {asyncio.current_task()}
    for task in left:
        task.cancel()
    await asyncio.gather(*left, return_exceptions=True)
