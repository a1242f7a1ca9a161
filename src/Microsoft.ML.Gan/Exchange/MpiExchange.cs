using System.Runtime.InteropServices;

namespace Microsoft.ML.Gan.Exchange;

/// <summary>All processes of an MPI job.</summary>
/// <remarks>An error of MPI's own ends the job, as is its default. MPI gives every rank the same sums (MPI 4.0, section 6.9.6).</remarks>
internal sealed class MpiExchange : IGanExchange
{
    private const int Serialized = 2;                                 // MPI_THREAD_SERIALIZED: any thread, but one at a time

    private readonly MpiLibrary _mpi;
    private readonly MpiLibrary.AllReduce _allReduce;

    /// <exception cref="InvalidOperationException">The library does not know of the processes that the launcher started.</exception>
    public MpiExchange(MpiLibrary mpi)
    {
        _mpi = mpi;
        _allReduce = mpi.Function<MpiLibrary.AllReduce>("MPI_Allreduce");
        mpi.Function<MpiLibrary.Ask>("MPI_Initialized")(out var isInitialized);
        if (isInitialized == 0)
        {
            mpi.Function<MpiLibrary.InitThread>("MPI_Init_thread")(0, 0, Serialized, out _);
            AppDomain.CurrentDomain.ProcessExit += (_, _) => End();
        }
        mpi.Function<MpiLibrary.AskWorld>("MPI_Comm_rank")(mpi.World, out var rank);
        mpi.Function<MpiLibrary.AskWorld>("MPI_Comm_size")(mpi.World, out var size);
        (Rank, Size) = (rank, size);
        if (MpiLauncher.Size is { } started && started != size)
        {
            throw new InvalidOperationException(
                $"The MPI library must be of the same kind as mpiexec, which started {started} processes, but it knows of {size}. " +
                "Use the mpiexec that came with the library.");
        }
    }

    public int Rank { get; }

    public int Size { get; }

    public void Sum(Span<float> values) =>
        _allReduce(_mpi.InPlace, ref MemoryMarshal.GetReference(values), values.Length, _mpi.Float, _mpi.Sum, _mpi.World);

    /// <summary>Waits for the others; or ends them, where this process failed and they would wait for it forever.</summary>
    private void End()
    {
        if (Environment.ExitCode == 0) _mpi.Function<MpiLibrary.Finish>("MPI_Finalize")();
        else _mpi.Function<MpiLibrary.Abort>("MPI_Abort")(_mpi.World, Environment.ExitCode);
    }
}
