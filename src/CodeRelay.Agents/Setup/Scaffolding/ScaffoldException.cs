namespace CodeRelay.Agents.Setup.Scaffolding;

/// <summary>A repository or option cannot be scaffolded. Nothing was changed; the message names the file and the remedy.</summary>
internal sealed class ScaffoldException : Exception
{
    public ScaffoldException()
        : base("the repository cannot be set up")
    {
    }

    public ScaffoldException(string message)
        : base(message)
    {
    }

    public ScaffoldException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
