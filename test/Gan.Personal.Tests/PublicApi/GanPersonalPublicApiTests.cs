using System.Reflection;
using Gan.Testing;

namespace Gan.Personal.Tests;

[TestClass]
public sealed class GanPersonalPublicApiTests
{
    [TestMethod]
    public void PublicApi_GanPersonal_IsAsApproved() => PublicApi.MustBeAsApproved(Assembly.Load("Gan.Personal"));
}
