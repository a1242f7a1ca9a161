using System.Text.Json;
using Gan.Serving;
using Microsoft.Extensions.DependencyInjection;

namespace Gan.AspNetCore.Tests.Endpoints;

/// <summary>What goes wrong behind an endpoint becomes an answer that says what to do.</summary>
[TestClass]
public sealed class GuardTests
{
    [TestMethod]
    public async Task Guard_Overload_IsToComeAgainLater()
    {
        var (context, problem) = await AnswerAsync(_ => throw new GanOverloadException("small", 8));

        Assert.AreEqual(StatusCodes.Status503ServiceUnavailable, context.Response.StatusCode);
        Assert.AreEqual("1", context.Response.Headers.RetryAfter.ToString());
        Assert.Contains("Try again later", problem.GetProperty("detail").GetString()!);
    }

    [TestMethod]
    public async Task Guard_TimeIsOver_EndsTheRequest()
    {
        var (context, problem) = await AnswerAsync(
            context => Task.Delay(Timeout.Infinite, context.RequestAborted), new GanEndpointOptions { Timeout = TimeSpan.FromMilliseconds(1) });

        Assert.AreEqual(StatusCodes.Status504GatewayTimeout, context.Response.StatusCode);
        Assert.Contains("Ask for less", problem.GetProperty("detail").GetString()!);
    }

    [TestMethod]
    public async Task Guard_NoModel_IsUnavailable()
    {
        var (context, _) = await AnswerAsync(_ => throw new InvalidDataException("The model file must be whole, but is not."));

        Assert.AreEqual(StatusCodes.Status503ServiceUnavailable, context.Response.StatusCode);
    }

    [TestMethod]
    public async Task Guard_FaultOfTheProgram_IsNotHidden()
    {
        await Assert.ThrowsExactlyAsync<InvalidOperationException>(() => AnswerAsync(_ => throw new InvalidOperationException("a bug")));
    }

    [TestMethod]
    public async Task Guard_ClientThatIsGone_GetsNothing()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        var context = Context();
        context.RequestAborted = gone.Token;

        await new Guard(inner => Task.Delay(Timeout.Infinite, inner.RequestAborted), new GanEndpointOptions()).InvokeAsync(context);

        Assert.AreEqual(0, context.Response.Body.Length);
    }

    [TestMethod]
    public async Task RunGate_AsManyWaitAsMayWait_RefusesTheNext()
    {
        var gate = new RunGate("small", mostRuns: 1, mostWaiting: 1);
        var first = await gate.EnterAsync(CancellationToken.None);
        var second = gate.EnterAsync(CancellationToken.None).AsTask();

        var refusal = await Assert.ThrowsExactlyAsync<RequestException>(() => gate.EnterAsync(CancellationToken.None).AsTask());
        first.Dispose();

        Assert.AreEqual(StatusCodes.Status503ServiceUnavailable, refusal.StatusCode);
        (await second).Dispose();
        (await gate.EnterAsync(CancellationToken.None)).Dispose();
    }

    [TestMethod]
    public async Task RunGate_CancelledWait_LeavesItsPlaceToOthers()
    {
        var gate = new RunGate("small", mostRuns: 1, mostWaiting: 1);
        var first = await gate.EnterAsync(CancellationToken.None);
        using var cancelled = new CancellationTokenSource();
        var second = gate.EnterAsync(cancelled.Token).AsTask();
        await cancelled.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => second);

        var third = gate.EnterAsync(CancellationToken.None).AsTask();
        first.Dispose();

        (await third).Dispose();
    }

    private static DefaultHttpContext Context() => new()
    {
        RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider(),
        Response = { Body = new MemoryStream() },
    };

    private static async Task<(HttpContext Context, JsonElement Problem)> AnswerAsync(RequestDelegate endpoint, GanEndpointOptions? options = null)
    {
        var context = Context();
        await new Guard(endpoint, options ?? new GanEndpointOptions()).InvokeAsync(context);
        return (context, JsonElement.Parse(((MemoryStream)context.Response.Body).ToArray()));
    }
}
