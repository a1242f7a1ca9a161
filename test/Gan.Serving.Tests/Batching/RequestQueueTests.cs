using Gan.Onnx;
using Gan.Onnx.Tests;
using Microsoft.Extensions.Time.Testing;

namespace Gan.Serving.Tests.Batching;

[TestClass]
public sealed class RequestQueueTests
{
    private static readonly byte[] Model = TestModels.Linear(2);

    [TestMethod]
    public async Task Queue_RequestsThatComeDuringARun_GoTogetherIntoTheNext()
    {
        using var queue = new QueueRuns(Model, new(), isHeld: true);
        var first = queue.Add(1, seed: 1);
        await queue.RunBeginsAsync();
        SamplingRequest[] next = [queue.Add(2, seed: 2), queue.Add(1, seed: 3), queue.Add(3, seed: 2)];

        queue.Release(2);
        await Task.WhenAll(next.Append(first).Select(request => request.Completion));

        CollectionAssert.AreEqual(new[] { "1", "2 1 3" }, queue.Runs);
        CollectionAssert.AreEqual(queue.Alone(1, 1), Values(first));
        CollectionAssert.AreEqual(queue.Alone(2, 2), Values(next[0]));
        CollectionAssert.AreEqual(queue.Alone(1, 3), Values(next[1]));
        CollectionAssert.AreEqual(queue.Alone(3, 2), Values(next[2]));
    }

    [TestMethod]
    public async Task Queue_Full_RefusesAndTakesRequestsAgainAfterwards()
    {
        using var queue = new QueueRuns(Model, new() { QueueLength = 2 }, isHeld: true);
        var running = queue.Add(1);
        await queue.RunBeginsAsync();
        SamplingRequest[] waiting = [queue.Add(1), queue.Add(1)];
        using var lease = new Lease();

        var refusal = Assert.ThrowsExactly<GanOverloadException>(() => queue.Add(1, lease: lease));
        queue.Release(3);
        await Task.WhenAll(waiting.Append(running).Select(request => request.Completion));
        await queue.Add(1).Completion;

        Assert.AreEqual(
            "Generator 'small' must have fewer than 2 waiting requests, but its queue is full. Try again later, or set a greater QueueLength.",
            refusal.Message);
        Assert.AreEqual(2, refusal.QueueLength);
        Assert.AreEqual("small", refusal.GeneratorName);
        Assert.IsTrue(lease.HasEnded);
    }

    [TestMethod]
    public async Task Queue_RequestCancelledWhileItWaits_IsNotRunAndItsLeaseEnds()
    {
        using var queue = new QueueRuns(Model, new(), isHeld: true);
        using var lease = new Lease();
        using var cancellation = new CancellationTokenSource();
        var running = queue.Add(1);
        await queue.RunBeginsAsync();
        var cancelled = queue.Add(2, 0, lease, cancellation.Token);
        var other = queue.Add(3);

        cancellation.Cancel();
        var fault = await Assert.ThrowsAsync<OperationCanceledException>(() => cancelled.Completion);
        queue.Release(2);
        await Task.WhenAll(running.Completion, other.Completion);

        Assert.AreEqual(cancellation.Token, fault.CancellationToken);
        CollectionAssert.AreEqual(new[] { "1", "3" }, queue.Runs);
        Assert.IsTrue(lease.HasEnded);
    }

    [TestMethod]
    public async Task Queue_LongestWait_GathersRequestsUntilItIsOver()
    {
        var time = new FakeTimeProvider();
        using var queue = new QueueRuns(Model, new() { LongestWait = TimeSpan.FromHours(1) }, time: time);
        SamplingRequest[] requests = [queue.Add(1), queue.Add(2)];
        var all = Task.WhenAll(requests.Select(request => request.Completion));

        while (!all.IsCompleted)                    // the loop may begin to wait after time has gone on
        {
            time.Advance(TimeSpan.FromHours(1));
            await Task.Yield();
        }

        CollectionAssert.AreEqual(new[] { "1 2" }, queue.Runs);
    }

    [TestMethod]
    public async Task Queue_LargestBatch_EndsTheWait()
    {
        using var queue = new QueueRuns(Model, new() { LongestWait = TimeSpan.FromHours(1), LargestBatch = 3 }, time: new FakeTimeProvider());
        SamplingRequest[] requests = [queue.Add(1), queue.Add(2)];

        await Task.WhenAll(requests.Select(request => request.Completion));

        CollectionAssert.AreEqual(new[] { "1 2" }, queue.Runs);
    }

    [TestMethod]
    public async Task Queue_LargeRequest_IsRunInPartsThatSmallOnesPass()
    {
        using var queue = new QueueRuns(Model, new() { LargestBatch = 4 }, isHeld: true);
        var large = queue.Add(9, seed: 7);
        await queue.RunBeginsAsync();
        SamplingRequest[] small = [queue.Add(1, seed: 8), queue.Add(1, seed: 9)];

        queue.Release(10);
        await Task.WhenAll(small.Append(large).Select(request => request.Completion));

        CollectionAssert.AreEqual(new[] { "4", "2 1 1", "3" }, queue.Runs);
        CollectionAssert.AreEqual(queue.Alone(9, 7), Values(large));
        CollectionAssert.AreEqual(queue.Alone(1, 8), Values(small[0]));
    }

    [TestMethod]
    public async Task Queue_ManyLargeRequests_AreBegunAFewAtATime()
    {
        using var queue = new QueueRuns(Model, new() { LargestBatch = 4, QueueLength = 30 }, isHeld: true);
        var requests = Enumerable.Range(0, 30).Select(seed => queue.Add(50, seed)).ToArray();
        Assert.IsEmpty(requests[^1].Columns);

        queue.Release(1000);
        await Task.WhenAll(requests.Select(request => request.Completion));

        Assert.AreEqual(RequestQueue.MostUnfinished + 1, queue.MostUnfinished);
        foreach (var (seed, request) in requests.Index()) CollectionAssert.AreEqual(queue.Alone(50, seed), Values(request));
    }

    [TestMethod]
    public async Task Queue_RunThatFails_FailsItsRequestsAndNoOthers()
    {
        using var queue = new QueueRuns(Model, new(), isHeld: true) { Failure = new InvalidDataException("no") };
        using var lease = new Lease();
        var failing = queue.Add(1, lease: lease);
        queue.Release();
        var fault = await Assert.ThrowsExactlyAsync<InvalidDataException>(() => failing.Completion);

        queue.Failure = null;
        var next = queue.Add(2, seed: 4);
        queue.Release();
        await next.Completion;

        Assert.AreEqual("no", fault.Message);
        Assert.IsTrue(lease.HasEnded);
        CollectionAssert.AreEqual(queue.Alone(2, 4), Values(next));
    }

    [TestMethod]
    public async Task Queue_Closed_AnswersWhatWaitsAndRefusesMore()
    {
        using var queue = new QueueRuns(Model, new(), isHeld: true);
        var running = queue.Add(1);
        await queue.RunBeginsAsync();
        var waiting = queue.Add(1);

        queue.Queue.Close();
        queue.Release(2);
        await Task.WhenAll(running.Completion, waiting.Completion, queue.Queue.Ended);

        Assert.ThrowsExactly<ObjectDisposedException>(() => queue.Add(1));
    }

    private static float[] Values(SamplingRequest request) => ((CollectedVectors)request.Columns[0]).Values;

    private sealed class Lease : IDisposable
    {
        public bool HasEnded { get; private set; }

        public void Dispose() => HasEnded = true;
    }
}
