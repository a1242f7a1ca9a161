using TorchSharp;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests;

internal static class Assertions
{
    public static Tensor Column(params float[] logits) => tensor(logits, [logits.Length, 1]);

    public static double Scalar(this Tensor value)
    {
        Assert.AreEqual(1, value.numel());
        return value.ToDouble();
    }

    public static byte[] Bytes(this nn.Module module) => [.. module.state_dict().SelectMany(entry => entry.Value.bytes.ToArray())];
}
