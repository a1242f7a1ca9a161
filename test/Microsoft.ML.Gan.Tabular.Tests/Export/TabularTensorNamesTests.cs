using Microsoft.ML.Gan.Tabular.Decoding;

namespace Microsoft.ML.Gan.Tests.Tabular.Export;

[TestClass]
public sealed class TabularTensorNamesTests
{
    [TestMethod]
    public void Names_FreeOnes_AreTheColumnsOwn() =>
        CollectionAssert.AreEqual(new[] { "age", "job title" }, TabularTensorNames.Of(["age", "job title"]).ToArray());

    [TestMethod]
    public void Names_TakenOnes_AreNumbered() => CollectionAssert.AreEqual(
        new[] { "Latent_1", "Given_1", "Latent_1_1" }, TabularTensorNames.Of(["Latent", "Given", "Latent_1"]).ToArray());
}
