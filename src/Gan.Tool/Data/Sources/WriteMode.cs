namespace Gan.Tool.Data.Sources;

/// <summary>What is done where a table is there already.</summary>
internal enum WriteMode
{
    /// <summary>It is refused.</summary>
    Create,

    /// <summary>It makes room for the new one.</summary>
    Replace,

    /// <summary>Rows are added to it.</summary>
    Append,
}
