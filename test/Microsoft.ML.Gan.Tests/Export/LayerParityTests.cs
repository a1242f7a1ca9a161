using Microsoft.ML.OnnxRuntime;

namespace Microsoft.ML.Gan.Tests.Export;

[TestClass]
public class LayerParityTests
{
    public required TestContext TestContext { get; set; }

    public static IEnumerable<string> Cases => LayerCases.All.Keys;

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void Layer_Exported_ComputesWhatTorchSharpDoesAtAnyBatchSize(string name)
    {
        var (create, rowShape) = LayerCases.All[name];
        using var module = create();
        ExportedModule.Randomise(module, seed: 17);
        module.train();
        using var options = new SessionOptions();
        options.AddSessionConfigEntry("session.strict_shape_type_inference", "1");      // the written dimensions must be the inferred ones
        using var session = new InferenceSession(ExportedModule.ToModel(module, rowShape), options);
        module.eval();

        foreach (var rows in (int[])[1, 7, 256])
        {
            var difference = ExportedModule.LargestDifference(session, module, rowShape, rows);

            TestContext.WriteLine($"{name}, {rows} rows: {difference:E1}");
            Assert.IsLessThanOrEqualTo(1e-5f, difference, $"{rows} rows");
        }
    }
}
