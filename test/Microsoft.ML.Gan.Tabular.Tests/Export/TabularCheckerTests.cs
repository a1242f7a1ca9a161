using Gan.Testing;

namespace Microsoft.ML.Gan.Tests.Tabular.Export;

/// <summary>What another implementation of the ONNX standard says of the files of tables.</summary>
[TestClass]
public sealed class TabularCheckerTests
{
    [TestMethod]
    [TestCategory("python")]
    public void Checker_FilesOfTables_AreAccepted() => OnnxChecker.MustAccept(3, pathOf =>
    {
        Save("every-type", TestTables.EveryType());
        Save("numbers", new TestTable(200).Add("A", row => row * 0.37).Add("B", row => row * row));
        Save("categories", new TestTable(200).Texts("A", row => $"{row % 3}").Texts("B", row => row % 4 == 0 ? "" : $"{row % 5}"));

        void Save(string name, IDataView data)
        {
            using var gan = TestTables.Train(data, TestTables.Quick(1));
            gan.SaveGenerator(pathOf(name));
        }
    });
}
