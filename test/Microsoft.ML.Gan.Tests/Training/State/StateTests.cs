using Microsoft.ML.Gan.Training.State;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Training.State;

[TestClass]
public sealed class StateTests
{
    [TestMethod]
    public void Reader_WhatTheWriterWrote_IsThereByItsName()
    {
        using var scope = NewDisposeScope();
        var saved = new SavedState();
        var numbers = new[] { 1f, -0f, float.NaN };
        var to = new StateWriter(saved);
        to.Write("round", 7);
        to.Section("player").Write("moments", numbers);
        to.Write("weights", [tensor(new[] { 1L, 2, 3, 4 }, [2, 2]), tensor(new[] { 0.1, 0.2 })]);
        numbers[0] = 5;                                                       // the state has a copy

        var from = new StateReader(saved);
        Tensor[] weights = [zeros(2, 2, int64), zeros(2, float64)];
        from.ReadInto("weights", weights);

        Assert.AreEqual("player/moments, round, weights/0, weights/1", string.Join(", ", saved.Keys.Order()));
        Assert.AreEqual(7, from.Read<int>("round"));
        CollectionAssert.AreEqual(new[] { 1f, -0f, float.NaN }, from.Section("player").ReadArray<float>("moments"));
        CollectionAssert.AreEqual(new[] { 1L, 2, 3, 4 }, weights[0].data<long>().ToArray());
        CollectionAssert.AreEqual(new[] { 0.1, 0.2 }, weights[1].data<double>().ToArray());
    }

    [TestMethod]
    public void Reader_StateThatDoesNotFit_SaysWhat()
    {
        using var scope = NewDisposeScope();
        var from = new StateReader(new SavedState { ["round"] = new[] { 7 }, ["weights"] = new[] { 1f, 2f } });

        AssertRefused("must have 'step' as numbers of Int32, but has not.", () => from.Read<int>("step"));
        AssertRefused("must have 'round' as numbers of Int64, but has not.", () => from.Read<long>("round"));
        AssertRefused("must have 3 numbers as 'weights', but has 2.", () => from.ReadInto("weights", zeros(3)));
    }

    [TestMethod]
    public void Writer_TensorOfHalves_IsRefused()
    {
        using var scope = NewDisposeScope();

        var to = new StateWriter(new SavedState());

        var error = Assert.ThrowsExactly<NotSupportedException>(() => to.Write("half", zeros(2, float16)));

        Assert.Contains("'half' was of Float16", error.Message);
    }

    private static void AssertRefused(string what, Action read) => Assert.AreEqual(
        $"The state of a training {what} Resume with the options and the data that it was saved with.",
        Assert.ThrowsExactly<InvalidOperationException>(read).Message);
}
