using Microsoft.ML.Gan.Exchange;

namespace Microsoft.ML.Gan;

/// <summary>The exchanges that come with the library.</summary>
public static class GanExchange
{
    private static readonly Lazy<IGanExchange> World = new(() => new MpiExchange(MpiLibrary.Load()));

    /// <summary>All processes that one <c>mpiexec</c> started, on one machine or many.</summary>
    /// <remarks>
    /// MPI is started by the first call, and ended with the process: with an exit code other than 0 the whole job ends. It works with MPICH and what
    /// shares its binary interface (Intel MPI, MVAPICH, Cray), with Open MPI, and with MS-MPI. A process that no <c>mpiexec</c> started is alone.
    /// </remarks>
    /// <exception cref="InvalidOperationException">There is no MPI library, or one of another kind than <c>mpiexec</c>.</exception>
    public static IGanExchange Mpi() => World.Value;

    /// <summary><see cref="Mpi"/> where <c>mpiexec</c>, or <c>srun --mpi</c>, started this process; else null, for training alone.</summary>
    /// <exception cref="InvalidOperationException">As for <see cref="Mpi"/>.</exception>
    public static IGanExchange? FromEnvironment() => MpiLauncher.HasStartedThis ? Mpi() : null;
}
