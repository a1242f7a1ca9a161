using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using Gan.Testing;
using Microsoft.ML.Gan.Training.Checkpoints;
using Microsoft.ML.Gan.Training.State;

namespace Microsoft.ML.Gan.Tests.Training.Checkpoints;

[TestClass]
public sealed class SafetensorsFileTests
{
    private static readonly SavedState State = new()
    {
        ["weights"] = new(new[] { 1f, 2f, 3f, 4f, 5f, -0f }, [2, 3]),
        ["losses"] = new[] { double.NaN, 1e300 },
        ["ticks"] = new[] { long.MinValue },
        ["steps"] = new[] { 7, -1 },
        ["stream"] = new byte[] { 0, 255 },
        ["isOver"] = new[] { true, false },
        ["nothing"] = Array.Empty<float>(),
    };

    private static readonly Dictionary<string, string> Texts = new() { ["Seed"] = "3", ["column 'größe'"] = "a\n\"b\"" };

    [TestMethod]
    public void Write_OneTensor_IsAsTheFormatSays()
    {
        using var stream = new MemoryStream();

        SafetensorsFile.Write(stream, new SavedState { ["w"] = new(new[] { 1f, -2f }, [2, 1]) }, new Dictionary<string, string> { ["a"] = "b" });

        var file = stream.ToArray();
        var length = (int)BinaryPrimitives.ReadInt64LittleEndian(file);
        Assert.AreEqual(0, length % 8);
        Assert.AreEqual(
            """{"__metadata__":{"a":"b"},"w":{"dtype":"F32","shape":[2,1],"data_offsets":[0,8]}}""",
            Encoding.UTF8.GetString(file, 8, length).TrimEnd(' '));
        CollectionAssert.AreEqual(new byte[] { 0, 0, 128, 63, 0, 0, 0, 192 }, file[(8 + length)..]);
    }

    [TestMethod]
    public void Read_EveryType_IsWhatWasWritten()
    {
        using var folder = new TemporaryFolder();
        Write(folder["file"]);

        var (state, texts) = SafetensorsFile.Read(folder["file"]);

        CollectionAssert.AreEqual(State.Keys, state.Keys);
        foreach (var (name, tensor) in State)
        {
            Assert.AreEqual(tensor.Values.GetType(), state[name].Values.GetType(), name);
            CollectionAssert.AreEqual(tensor.Values, state[name].Values, name);
            CollectionAssert.AreEqual(tensor.Shape.ToArray(), state[name].Shape.ToArray(), name);
        }
        CollectionAssert.AreEquivalent(Texts, texts.ToDictionary());
    }

    /// <summary>The order of tensors in a header is not that of their bytes in files of other programs.</summary>
    [TestMethod]
    public void Read_TensorsInAnotherOrder_IsByTheirPlaces()
    {
        using var folder = new TemporaryFolder();
        var header = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["second"] = new { dtype = "U8", shape = new[] { 1 }, data_offsets = new[] { 4, 5 } },
            ["first"] = new { dtype = "I32", shape = Array.Empty<int>(), data_offsets = new[] { 0, 4 } },
        }));
        File.WriteAllBytes(folder["file"], [.. BitConverter.GetBytes((long)header.Length), .. header, 9, 0, 0, 0, 5]);

        var (state, texts) = SafetensorsFile.Read(folder["file"]);

        CollectionAssert.AreEqual(new byte[] { 5 }, state["second"].Values);
        CollectionAssert.AreEqual(new[] { 9 }, state["first"].Values);
        Assert.IsEmpty(texts);
    }

    [TestMethod]
    public void Read_CutShortAnywhere_IsRefused()
    {
        using var folder = new TemporaryFolder();
        Write(folder["whole"]);
        var whole = File.ReadAllBytes(folder["whole"]);

        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(folder["cut"], whole[..length]);

            var refusal = Assert.ThrowsExactly<InvalidDataException>(() => SafetensorsFile.Read(folder["cut"]), $"{length} bytes");

            StringAssert.StartsWith(refusal.Message, $"The file '{folder["cut"]}' must be a whole safetensors file, but is not: ");
        }
    }

    private static void Write(string path)
    {
        using var stream = File.Create(path);
        SafetensorsFile.Write(stream, State, Texts);
    }
}
