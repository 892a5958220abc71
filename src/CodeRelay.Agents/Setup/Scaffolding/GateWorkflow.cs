namespace CodeRelay.Agents.Setup.Scaffolding;

/// <summary>The CI service whose workflow checks the packet.</summary>
internal enum GateWorkflow
{
    None,
    GitHub,
    Azure,
}
