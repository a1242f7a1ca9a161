using System.Reflection;
using Gan.Testing;

namespace Gan.Onnx.Tests;

[TestClass]
public sealed class GanOnnxPublicApiTests
{
    [TestMethod]
    public void PublicApi_GanOnnx_IsAsApproved() => PublicApi.MustBeAsApproved(Assembly.Load("Gan.Onnx"));
}
