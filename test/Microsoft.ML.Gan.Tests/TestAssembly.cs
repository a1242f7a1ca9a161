using Microsoft.ML.Gan.Torch;
using TorchSharp;

[assembly: DoNotParallelize]

namespace Microsoft.ML.Gan.Tests;

[TestClass]
public sealed class TestAssembly
{
    /// <summary>One thread: results do not depend on the machine's cores, and the small networks of the tests run fastest so.</summary>
    [AssemblyInitialize]
    public static void Initialize(TestContext _)
    {
        torch.set_num_threads(1);
        OneDnn.LimitWhereCachesAreHidden();                           // not all tests begin with a fit, which does it
    }
}
