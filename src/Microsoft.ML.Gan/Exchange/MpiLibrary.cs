using System.Runtime.InteropServices;

namespace Microsoft.ML.Gan.Exchange;

/// <summary>The MPI library of this machine: its functions, and the handles that its binary interface has for them.</summary>
/// <remarks>
/// MPICH's interface, which Intel MPI, MVAPICH, Cray and MS-MPI share, has numbers as handles. Open MPI's has the addresses of its own variables.
/// </remarks>
internal sealed class MpiLibrary
{
    private static readonly string[] Mpich = OperatingSystem.IsWindows() ? ["msmpi.dll"]
        : OperatingSystem.IsMacOS() ? ["libmpi.12.dylib", "libmpich.12.dylib"]
        : ["libmpich.so.12", "libmpi.so.12"];

    private static readonly string[] OpenMpi = OperatingSystem.IsWindows() ? []
        : OperatingSystem.IsMacOS() ? ["libmpi.40.dylib"]
        : ["libmpi.so.40"];

    private readonly nint _library;

    private MpiLibrary(nint library)
    {
        _library = library;
        var isOpenMpi = NativeLibrary.TryGetExport(library, "ompi_mpi_comm_world", out var world);
        World = isOpenMpi ? world : 0x44000000;
        Float = isOpenMpi ? NativeLibrary.GetExport(library, "ompi_mpi_float") : 0x4c00040a;
        Sum = isOpenMpi ? NativeLibrary.GetExport(library, "ompi_mpi_op_sum") : 0x58000003;
        InPlace = isOpenMpi ? 1 : -1;
    }

    public delegate int InitThread(nint argumentCount, nint arguments, int required, out int provided);

    public delegate int AskWorld(nint communicator, out int answer);

    public delegate int Ask(out int answer);

    public delegate int AllReduce(nint from, ref float to, int count, nint type, nint operation, nint communicator);

    public delegate int Abort(nint communicator, int exitCode);

    public delegate int Finish();

    /// <value>All processes.</value>
    public nint World { get; }

    /// <value>The type of <see cref="float"/>.</value>
    public nint Float { get; }

    /// <value>The operation that adds.</value>
    public nint Sum { get; }

    /// <value>Stands for a buffer that is read and written.</value>
    public nint InPlace { get; }

    /// <summary>The library of this machine: if there are two, the one of the <c>mpiexec</c> that started this process.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static MpiLibrary Load() => Load(MpiLauncher.IsOpenMpi ? [.. OpenMpi, .. Mpich] : [.. Mpich, .. OpenMpi]);

    /// <summary>The first of some libraries that is there.</summary>
    /// <exception cref="InvalidOperationException">None is.</exception>
    public static MpiLibrary Load(params IReadOnlyCollection<string> names)
    {
        foreach (var name in names)
            if (NativeLibrary.TryLoad(name, out var library)) return new(library);
        throw new InvalidOperationException(
            $"An MPI library must be installed to train on several machines, but none of {string.Join(", ", names)} is found. " +
            "Install one (Debian and Ubuntu: apt-get install mpich; Windows: MS-MPI), or on a cluster load its module (module load mpich).");
    }

    /// <summary>A function of the library, by its name in C.</summary>
    public T Function<T>(string name) where T : Delegate => Marshal.GetDelegateForFunctionPointer<T>(NativeLibrary.GetExport(_library, name));
}
