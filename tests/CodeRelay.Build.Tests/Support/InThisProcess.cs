namespace CodeRelay.Build.Tests.Support;

/// <summary>Tests that build in this process: MSBuild allows one such build at a time.</summary>
[CollectionDefinition(nameof(InThisProcess))]
public sealed class InThisProcess : ICollectionFixture<TwoProjects>;
