"""The kernel ``python3`` of the Python that runs this, whatever else goes by that name on the machine.

Jupyter takes the first ``python3`` on its path. That may be one that another project has left behind, with a Python
that knows nothing of this course.
"""

from __future__ import annotations

from ipykernel.kernelspec import RESOURCES, get_kernel_dict
from jupyter_client.kernelspec import NATIVE_KERNEL_NAME, KernelSpec, KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from traitlets import default

# That it talks over TCP on this computer is for its own log: who makes a notebook can do nothing about it.
QUIET = ["--IPKernelApp.log_level=ERROR"]


class OwnKernels(KernelSpecManager):
    """The kernels of this machine, of which ``python3`` is always the running Python's."""

    def find_kernel_specs(self) -> dict[str, str]:
        """Return the folders of all kernels by their names."""
        return super().find_kernel_specs() | {NATIVE_KERNEL_NAME: RESOURCES}

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        """Return how a kernel is started."""
        if kernel_name == NATIVE_KERNEL_NAME:
            return KernelSpec(resource_dir=RESOURCES, **get_kernel_dict(QUIET))
        return super().get_kernel_spec(kernel_name)


class OwnKernel(AsyncKernelManager):
    """Starts one of them, for nbclient and papermill: ``kernel_manager_class=OwnKernel``."""

    @default("kernel_spec_manager")
    def _own_kernels(self) -> KernelSpecManager:
        return OwnKernels(parent=self)
