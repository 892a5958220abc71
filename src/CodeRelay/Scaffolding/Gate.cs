namespace CodeRelay.Scaffolding;

/// <summary>The CI service whose workflow checks the packet.</summary>
public enum Gate
{
    None,
    GitHub,
    Azure,
}
