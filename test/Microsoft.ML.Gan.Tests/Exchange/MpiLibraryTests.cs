using Microsoft.ML.Gan.Exchange;

namespace Microsoft.ML.Gan.Tests.Exchange;

[TestClass]
public sealed class MpiLibraryTests
{
    [TestMethod]
    public void Load_NoneOnTheMachine_SaysWhatToInstall()
    {
        var error = Assert.ThrowsExactly<InvalidOperationException>(() => MpiLibrary.Load("libno-such-mpi.so.1", "libno-such-mpi.so.2"));

        Assert.AreEqual(
            "An MPI library must be installed to train on several machines, but none of libno-such-mpi.so.1, libno-such-mpi.so.2 is found. " +
            "Install one (Debian and Ubuntu: apt-get install mpich; Windows: MS-MPI), or on a cluster load its module (module load mpich).",
            error.Message);
    }

    [TestMethod]
    public void FromEnvironment_NoLauncher_IsNull() => Assert.IsNull(GanExchange.FromEnvironment());
}
