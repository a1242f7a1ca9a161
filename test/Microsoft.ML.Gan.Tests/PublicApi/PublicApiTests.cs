using System.Reflection;
using Gan.Testing;

namespace Microsoft.ML.Gan.Tests;

[TestClass]
public sealed class PublicApiTests
{
    [TestMethod]
    public void PublicApi_MicrosoftMLGan_IsAsApproved() => PublicApi.MustBeAsApproved(Assembly.Load("Microsoft.ML.Gan"));
}
