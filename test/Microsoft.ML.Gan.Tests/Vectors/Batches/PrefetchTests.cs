using Microsoft.ML.Gan.Vectors.Batches;

namespace Microsoft.ML.Gan.Tests.Vectors.Batches;

[TestClass]
public sealed class PrefetchTests
{
    [TestMethod]
    public void Next_AnySequence_GivesItsItemsInOrderFromAnotherThread()
    {
        var own = Environment.CurrentManagedThreadId;
        using var numbers = new Prefetch<int>(
            _ => Enumerable.Range(0, 100).Select(number => Environment.CurrentManagedThreadId == own ? -1 : number), 3);

        for (var number = 0; number < 100; number++) Assert.AreEqual(number, numbers.Next(default));
    }

    [TestMethod]
    public void Next_ASequenceThatThrows_ThrowsBehindTheItemsBefore()
    {
        using var numbers = new Prefetch<int>(_ => Failing(), 5);

        Assert.AreEqual(1, numbers.Next(default));
        Assert.AreEqual(2, numbers.Next(default));
        Assert.AreEqual("the disk is gone", Assert.ThrowsExactly<IOException>(() => numbers.Next(default)).Message);
        Assert.ThrowsExactly<IOException>(() => numbers.Next(default));
    }

    [TestMethod]
    public void Dispose_AThreadThatWaits_EndsItAndTheSequence()
    {
        var isEnded = false;
        var numbers = new Prefetch<int>(Endless, 2);
        numbers.Next(default);

        numbers.Dispose();

        Assert.IsTrue(isEnded);

        IEnumerable<int> Endless(CancellationToken stop)
        {
            try
            {
                while (true) yield return 1;
            }
            finally
            {
                isEnded = true;
            }
        }
    }

    [TestMethod]
    public void Next_Cancelled_StopsWaiting()
    {
        using var cancelled = new CancellationTokenSource();
        using var numbers = new Prefetch<int>(Waiting, 1);
        cancelled.Cancel();

        Assert.ThrowsExactly<OperationCanceledException>(() => numbers.Next(cancelled.Token));

        static IEnumerable<int> Waiting(CancellationToken stop)
        {
            stop.WaitHandle.WaitOne();
            yield break;
        }
    }

    private static IEnumerable<int> Failing()
    {
        yield return 1;
        yield return 2;
        throw new IOException("the disk is gone");
    }
}
