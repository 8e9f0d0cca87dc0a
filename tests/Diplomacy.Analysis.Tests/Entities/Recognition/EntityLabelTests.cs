using Diplomacy.Analysis.Entities;
using Diplomacy.Analysis.Entities.Recognition;
using Xunit;

namespace Diplomacy.Analysis.Tests.Entities.Recognition;

public class EntityLabelTests
{
    [Fact]
    public void EachTypeAndPlace_HasALabelOfItsOwn()
    {
        HashSet<byte> labels = [EntityLabel.Outside];
        for (int type = 1; type <= 5; type++)
        {
            for (int place = 0; place < 4; place++)
            {
                byte label = EntityLabel.Make((EntityType)type, place);
                Assert.True(labels.Add(label));
                Assert.Equal((EntityType)type, EntityLabel.TypeOf(label));
                Assert.Equal(place, EntityLabel.PlaceOf(label));
            }
        }

        Assert.Equal(EntityLabel.Count, labels.Count);
        Assert.Equal(EntityType.None, EntityLabel.TypeOf(EntityLabel.Outside));
    }

    [Fact]
    public void AnOpenName_GoesOnWithItsTypeOnly()
    {
        byte begin = EntityLabel.Make(EntityType.Person, EntityLabel.Begin);
        Assert.True(EntityLabel.MayFollow(begin, EntityLabel.Make(EntityType.Person, EntityLabel.End)));
        Assert.False(EntityLabel.MayFollow(begin, EntityLabel.Outside));
        Assert.False(EntityLabel.MayFollow(begin, EntityLabel.Make(EntityType.Location, EntityLabel.End)));
        Assert.False(EntityLabel.MayFollow(begin, EntityLabel.Make(EntityType.Person, EntityLabel.Single)));
    }

    [Fact]
    public void NothingBegun_IsNotGoneOnWith()
    {
        Assert.False(EntityLabel.MayFollow(EntityLabel.Outside, EntityLabel.Make(EntityType.Person, EntityLabel.Inside)));
        Assert.False(EntityLabel.MayFollow(EntityLabel.Make(EntityType.Person, EntityLabel.Single), EntityLabel.Make(EntityType.Person, EntityLabel.End)));
        Assert.True(EntityLabel.MayFollow(EntityLabel.Make(EntityType.Person, EntityLabel.End), EntityLabel.Make(EntityType.Person, EntityLabel.Begin)));
    }
}
