using System.Reflection;
using Gan.Testing;

namespace Gan.Serving.Tests;

[TestClass]
public sealed class GanServingPublicApiTests
{
    [TestMethod]
    public void PublicApi_GanServing_IsAsApproved() => PublicApi.MustBeAsApproved(Assembly.Load("Gan.Serving"));
}
