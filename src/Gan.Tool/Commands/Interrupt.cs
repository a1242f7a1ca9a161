namespace Gan.Tool.Commands;

/// <summary>Ctrl+C: the first one cancels the token, the second one ends the program as usual.</summary>
internal sealed class Interrupt : IDisposable
{
    private readonly CancellationTokenSource _source = new();

    public Interrupt() => Console.CancelKeyPress += OnCancelKeyPress;

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        Console.CancelKeyPress -= OnCancelKeyPress;
        _source.Dispose();
    }

    private void OnCancelKeyPress(object? sender, ConsoleCancelEventArgs pressed)
    {
        pressed.Cancel = !_source.IsCancellationRequested;
        _source.Cancel();
    }
}
