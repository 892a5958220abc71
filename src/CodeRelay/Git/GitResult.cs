using System.Text;

namespace CodeRelay.Git;

/// <summary>The result of one git process.</summary>
/// <param name="ExitCode">The exit code of git, 0 for success.</param>
/// <param name="Output">The bytes of standard output.</param>
/// <param name="Error">Standard error, decoded.</param>
internal sealed record GitResult(int ExitCode, ReadOnlyMemory<byte> Output, string Error)
{
    public bool Succeeded => ExitCode == 0;

    /// <summary>Standard output as text, without the final line break.</summary>
    public string Text => Encoding.UTF8.GetString(Output.Span.TrimEnd("\n\r"u8));

    /// <summary>Standard output split at NUL bytes; an empty field at the end is dropped.</summary>
    public IReadOnlyList<string> Fields
    {
        get
        {
            var fields = new List<string>();
            var rest = Output.Span;
            while (!rest.IsEmpty)
            {
                var end = rest.IndexOf((byte)0);
                fields.Add(Encoding.UTF8.GetString(end < 0 ? rest : rest[..end]));
                rest = end < 0 ? [] : rest[(end + 1)..];
            }

            return fields;
        }
    }
}
