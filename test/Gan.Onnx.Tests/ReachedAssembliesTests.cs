using System.Reflection;

namespace Gan.Onnx.Tests;

[TestClass]
public sealed class ReachedAssembliesTests
{
    [TestMethod]
    public void GanOnnx_AllReferencedAssemblies_DoNotReachTorchSharp()
    {
        var reached = new HashSet<string>();
        Visit(typeof(GeneratorTransformer).Assembly.GetName());

        CollectionAssert.IsSubsetOf(new[] { "Gan.Onnx", "Microsoft.ML.Core", "Microsoft.ML.OnnxRuntime", "Google.Protobuf" }, reached.ToArray());
        Assert.IsEmpty(reached.Where(name => name.Contains("Torch", StringComparison.OrdinalIgnoreCase) || name == "Microsoft.ML.Gan"));

        void Visit(AssemblyName name)
        {
            if (!reached.Add(name.Name!)) return;
            var path = Path.Combine(AppContext.BaseDirectory, name.Name + ".dll");
            if (!File.Exists(path)) return;     // the shared framework's own
            foreach (var next in Assembly.LoadFrom(path).GetReferencedAssemblies()) Visit(next);
        }
    }
}
