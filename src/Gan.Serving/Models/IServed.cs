namespace Gan.Serving;

/// <summary>What starting and checking need to know of a served generator of any kind.</summary>
internal interface IServed
{
    string Name { get; }

    /// <value>Why the newest file is not in service; null if it is.</value>
    Exception? Refusal { get; }

    /// <summary>Loads the generator, if it is not yet loaded.</summary>
    Task LoadAsync(CancellationToken cancellationToken);
}
