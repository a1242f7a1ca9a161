using System.Reflection;
using Gan.Testing;

namespace Gan.AspNetCore.Tests;

[TestClass]
public sealed class GanAspNetCorePublicApiTests
{
    [TestMethod]
    public void PublicApi_GanAspNetCore_IsAsApproved() => PublicApi.MustBeAsApproved(Assembly.Load("Gan.AspNetCore"));
}
