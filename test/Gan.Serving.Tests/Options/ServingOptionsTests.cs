using Gan.Onnx;

namespace Gan.Serving.Tests.Options;

[TestClass]
public sealed class ServingOptionsTests
{
    [TestMethod]
    public void Options_Defaults_AreThoseOfTheDocumentation()
    {
        var options = new GanGeneratorOptions();

        Assert.AreEqual(
            "ModelPath=, ModelUri=, OpenModel=, HttpClient=, MLContext=, ReloadInterval=00:00:01, WarmUpRows=64, LargestBatch=256, " +
            "LongestWait=00:00:00, QueueLength=1024, MostRows=65536, PersonalData=",
            string.Join(", ", typeof(GanGeneratorOptions).GetProperties().Select(property => $"{property.Name}={property.GetValue(options)}")));
    }

    [TestMethod]
    public void Options_AllFaults_AreNamedAtOnce()
    {
        var options = new TabularGanGeneratorOptions
        {
            ModelPath = "a.onnx",
            ModelUri = new Uri("ftp://models.example/a.onnx"),
            ReloadInterval = TimeSpan.FromSeconds(-1),
            WarmUpRows = -1,
            LargestBatch = 0,
            LongestWait = TimeSpan.FromDays(25),
            QueueLength = 0,
            MostRows = 0,
        };

        Assert.AreEqual(
            """
            The model must be given once, but was given 2 times. Set one of ModelPath, ModelUri and OpenModel.
            ModelUri must be absolute and of the scheme file, http or https, but was ftp://models.example/a.onnx.
            ReloadInterval must be from 0 to 24 days, but was -00:00:01.
            WarmUpRows must be at least 0, but was -1.
            LargestBatch must be at least 1, but was 0.
            LongestWait must be from 0 to 24 days, but was 25.00:00:00.
            QueueLength must be at least 1, but was 0.
            MostRows must be at least 1, but was 0.
            """,
            string.Join('\n', options.Problems()));
    }

    [TestMethod]
    public void Options_AtTheEndsOfTheirRanges_AreTaken()
    {
        var options = new GanGeneratorOptions
        {
            ModelPath = "a.onnx",
            ReloadInterval = TimeSpan.Zero,
            WarmUpRows = 0,
            LargestBatch = 1,
            LongestWait = TimeSpan.FromDays(24),
            QueueLength = 1,
            MostRows = 1,
        };

        Assert.IsEmpty(options.Problems());
        Assert.HasCount(1, new GanGeneratorOptions { ModelUri = new Uri("a.onnx", UriKind.Relative) }.Problems());
        Assert.HasCount(1, new GanGeneratorOptions().Problems());
    }

    [TestMethod]
    public void CopyFrom_EveryOption_IsCopied()
    {
        var options = new GanGeneratorOptions
        {
            ModelPath = "a.onnx",
            ModelUri = new Uri("http://models.example"),
            OpenModel = _ => Task.FromResult(Stream.Null),
            HttpClient = new HttpClient(),
            MLContext = new Microsoft.ML.MLContext(),
            ReloadInterval = TimeSpan.FromSeconds(2),
            WarmUpRows = 3,
            LargestBatch = 4,
            LongestWait = TimeSpan.FromSeconds(5),
            QueueLength = 6,
            MostRows = 7,
            PersonalData = new Nobody(),
        };
        var copy = new GanGeneratorOptions();
        copy.CopyFrom(options);

        foreach (var property in typeof(GanGeneratorOptions).GetProperties())
        {
            Assert.AreEqual(property.GetValue(options), property.GetValue(copy), property.Name);
            Assert.AreNotEqual(property.GetValue(new GanGeneratorOptions()), property.GetValue(copy), property.Name);
        }
    }

    private sealed class Nobody : IPersonalData
    {
        public string Make(PersonalKind kind, PersonalRow row) => "";
    }
}
