using Microsoft.ML.Gan.Tabular.Decoding;

namespace Microsoft.ML.Gan.Tests.Tabular.Export;

[TestClass]
public sealed class TabularTensorNamesTests
{
    [TestMethod]
    public void Names_FreeOnes_AreTheColumnsOwn()
    {
        var names = new TabularTensorNames(["age", "job title"]);

        CollectionAssert.AreEqual(new[] { "age", "job title" }, names.Outputs.ToArray());
        CollectionAssert.AreEqual(new[] { "Given.age", "Given.job title" }, names.Given.ToArray());
    }

    [TestMethod]
    public void Names_TakenOnes_AreNumbered()
    {
        var names = new TabularTensorNames(["Latent", "Given.Latent", "Latent_1"]);

        CollectionAssert.AreEqual(new[] { "Latent_1", "Given.Latent", "Latent_1_1" }, names.Outputs.ToArray());
        CollectionAssert.AreEqual(new[] { "Given.Latent_1", "Given.Given.Latent", "Given.Latent_1_1" }, names.Given.ToArray());
    }
}
