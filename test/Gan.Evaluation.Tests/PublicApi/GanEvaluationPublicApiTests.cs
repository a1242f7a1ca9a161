using System.Reflection;
using Gan.Testing;

namespace Gan.Evaluation.Tests;

[TestClass]
public sealed class GanEvaluationPublicApiTests
{
    [TestMethod]
    public void PublicApi_GanEvaluation_IsAsApproved() => PublicApi.MustBeAsApproved(Assembly.Load("Gan.Evaluation"));
}
