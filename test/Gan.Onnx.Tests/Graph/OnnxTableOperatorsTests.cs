using Gan.Onnx.Graph;
using Microsoft.ML.OnnxRuntime;

namespace Gan.Onnx.Tests.Graph;

/// <summary>Each operator in ONNX Runtime on the rows (3, -1, NaN), (0.5, 2.5, 1.5).</summary>
[TestClass]
public sealed class OnnxTableOperatorsTests
{
    private static readonly float[] Rows = [3, -1, float.NaN, 0.5f, 2.5f, 1.5f];

    [TestMethod]
    public void Over_Vector_DividesEachRow() =>
        AreEqual(Run((graph, x) => graph.Over(x, graph.Constant([2f, 1, 1], 3))), 1.5f, -1, float.NaN, 0.25f, 2.5f, 1.5f);

    [TestMethod]
    public void Compare_Less_IsByElementAndFalseForNaN() =>
        AreEqual(Run((graph, x) => Number(graph, graph.Compare("Less", x, graph.Constant([1f])))), 0, 1, 0, 1, 0, 0);

    [TestMethod]
    public void Compare_ColumnWithVector_IsBroadcastBothWays() =>
        AreEqual(
            Run((graph, x) => Number(graph, graph.Compare("GreaterOrEqual", graph.Columns(x, 0, 1), graph.Constant([0f, 0.5f, 2, 4], 1, 4)))),
            1, 1, 1, 0, 1, 1, 0, 0);

    [TestMethod]
    public void Logical_And_JoinsTruthValues() =>
        AreEqual(
            Run((graph, x) => Number(graph, graph.Logical(
                "And", graph.Compare("Less", x, graph.Constant([2f])), graph.Compare("Less", graph.Constant([0f]), x)))),
            0, 0, 0, 1, 0, 1);

    [TestMethod]
    public void Where_ConditionOfOneColumn_ChoosesWholeRows() =>
        AreEqual(
            Run((graph, x) => graph.Where(graph.Compare("Less", graph.Columns(x, 0, 1), graph.Constant([1f])), x, graph.Constant([9f]))),
            9, 9, 9, 0.5f, 2.5f, 1.5f);

    [TestMethod]
    public void Clip_OneOrTwoBounds_KeepsTheNumbersInside()
    {
        AreEqual(Run((graph, x) => graph.Clip(x, graph.Constant([0f]), graph.Constant([2f])))[3..], 0.5f, 2, 1.5f);
        AreEqual(Run((graph, x) => graph.Clip(x, null, graph.Constant([2f])))[..2], 2, -1);
    }

    [TestMethod]
    public void Round_Halves_GoesToTheEvenInteger() => AreEqual(Run((graph, x) => graph.Round(x)), 3, -1, float.NaN, 0, 2, 2);

    [TestMethod]
    public void Columns_FromTheMiddle_GivesThatPart() => AreEqual(Run((graph, x) => graph.Columns(x, 1, 2)), -1, float.NaN, 2.5f, 1.5f);

    [TestMethod]
    public void OneHot_Codes_AreOneAtTheirPlace()
    {
        AreEqual(Run((graph, x) => graph.OneHot(graph.Cast(graph.Columns(x, 0, 1), OnnxElementType.Int64), 4)), 0, 0, 0, 1, 1, 0, 0, 0);
        AreEqual(
            Run((graph, x) => graph.OneHot(graph.Cast(graph.Compare("Less", graph.Columns(x, 0, 1), graph.Constant([1f])), OnnxElementType.Int64),
                2)), 1, 0, 0, 1);
        AreEqual(Run((graph, x) => graph.OneHot(graph.ExpandRows(graph.Constant([-1L], 1, 1), x), 3)), 0, 0, 0, 0, 0, 0);
    }

    [TestMethod]
    public void SumOfColumns_Row_IsItsSum() => AreEqual(Run((graph, x) => graph.SumOfColumns(x)), float.NaN, 4.5f);

    [TestMethod]
    public void RunningSum_Row_EndsWithItsSum() => AreEqual(Run((graph, x) => graph.RunningSum(x)), 3, 2, float.NaN, 0.5f, 3, 4.5f);

    [TestMethod]
    public void Gather_OfAVector_KeepsTheIndicesShape() =>
        AreEqual(
            Run((graph, x) => graph.Gather(graph.Constant([10f, 20, 30, 40], 4), graph.Cast(graph.Columns(x, 0, 1), OnnxElementType.Int64))), 40, 10);

    [TestMethod]
    public void ExpandRows_OneRow_IsRepeated() =>
        AreEqual(Run((graph, x) => graph.ExpandRows(graph.Constant([7f, 8], 1, 2), x)), 7, 8, 7, 8);

    [TestMethod]
    public void Texts_CodesWithAndWithoutText_AreLookedUp()
    {
        using var outputs = Outputs((graph, x) => graph.Texts(
            graph.Cast(graph.Columns(x, 0, 1), OnnxElementType.Int64), ["none", "", "two", "drei"], "other"));
        using var others = Outputs((graph, x) => graph.Texts(graph.Cast(graph.Columns(x, 0, 1), OnnxElementType.Int64), ["none"]));

        CollectionAssert.AreEqual(new[] { "drei", "none" }, outputs[0].GetStringTensorAsArray());
        CollectionAssert.AreEqual(new[] { "", "none" }, others[0].GetStringTensorAsArray());
    }

    [TestMethod]
    [DataRow(OnnxElementType.Byte)]
    [DataRow(OnnxElementType.SByte)]
    [DataRow(OnnxElementType.UInt16)]
    [DataRow(OnnxElementType.Int16)]
    [DataRow(OnnxElementType.UInt32)]
    [DataRow(OnnxElementType.Int32)]
    [DataRow(OnnxElementType.UInt64)]
    [DataRow(OnnxElementType.Int64)]
    [DataRow(OnnxElementType.Double)]
    public void Cast_FromInt64_HasTheTypesNumber(OnnxElementType type)
    {
        using var outputs = Outputs((graph, x) => graph.Cast(graph.Cast(graph.Columns(x, 0, 1), OnnxElementType.Int64), type));

        Assert.AreEqual((int)type, (int)outputs[0].GetTensorTypeAndShape().ElementDataType);
        AreEqual(Run((graph, x) => Number(graph, graph.Cast(graph.Cast(graph.Columns(x, 0, 1), OnnxElementType.Int64), type))), 3, 0);
    }

    private static OnnxValue Number(OnnxGraphBuilder graph, OnnxValue x) => graph.Cast(x, OnnxElementType.Single);

    private static void AreEqual(float[] actual, params float[] expected) => CollectionAssert.AreEqual(expected, actual);

    private static float[] Run(Func<OnnxGraphBuilder, OnnxValue, OnnxValue> build)
    {
        using var outputs = Outputs(build);
        return outputs[0].GetTensorDataAsSpan<float>().ToArray();
    }

    /// <summary>The output's declared shape is held against the real one.</summary>
    private static IDisposableReadOnlyCollection<OrtValue> Outputs(Func<OnnxGraphBuilder, OnnxValue, OnnxValue> build)
    {
        var graph = new OnnxGraphBuilder();
        var output = build(graph, graph.Input("x", OnnxElementType.Single, [3]));
        graph.Output("y", output);
        using var session = new InferenceSession(graph.ToModel(new Dictionary<string, string>()));
        using var x = OrtValue.CreateTensorValueFromMemory(Rows, [2, 3]);
        using var options = new RunOptions();
        var outputs = session.Run(options, ["x"], [x], ["y"]);
        var declared = output.Dimensions.Select(dimension => dimension == OnnxValue.Batch ? 2L : dimension).ToArray();
        CollectionAssert.AreEqual(declared, outputs[0].GetTensorTypeAndShape().Shape);
        return outputs;
    }
}
