namespace Gan.Onnx.Rules;

/// <summary>How made rows keep a rule.</summary>
internal enum RuleKeeping
{
    /// <summary>By construction, in the file: whatever program runs it.</summary>
    File,

    /// <summary>Rows that break it are drawn again by this library, which reads it in the file.</summary>
    Sample,

    /// <summary>Rows that break it are drawn again by the program that trained, as the file can't have its code.</summary>
    Program,
}
