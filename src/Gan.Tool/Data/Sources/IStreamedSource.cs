using Gan.Tool.Data.Csv;

namespace Gan.Tool.Data.Sources;

/// <summary>A place whose table need not be held to be read.</summary>
internal interface IStreamedSource : ITableSource
{
    /// <value>The table as one that can be read row by row; null if it can't.</value>
    DatabaseSource? Streamed { get; }
}
