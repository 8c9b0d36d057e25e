"""Learned weights of ``question``; written by ``python -m benchmarks.train_signals``."""

LINE = (0.073, 0.955, -0.324)
WEIGHTS = """
after ask -0.36; after question -0.87; b:# * -0.02; b:# a 0.43; b:# and -0.03; b:# every 0.02
b:# for 0.08; b:# how 0.09; b:# i -0.26; b:# is 0.41; b:# it -0.22; b:# like 0.03; b:# more 0.11
b:# of -0.21; b:# one -0.06; b:# so 0.10; b:# take 0.32; b:# that 0.12; b:# to -0.40; b:# too 0.17
b:# what 0.01; b:# who 0.02; b:# why 0.27; b:* # -0.04; b:* * 0.04; b:* *ed 0.20; b:* *ing -0.13
b:* @feel -0.04; b:* a -0.04; b:* about -0.11; b:* all -0.03; b:* am 0.26; b:* and -0.12
b:* any 0.19; b:* are 0.05; b:* at 0.05; b:* away -0.18; b:* be 0.25; b:* because -0.08
b:* been -0.32; b:* before 0.12; b:* bit 0.07; b:* but -0.25; b:* can 0.53; b:* could 0.13
b:* did 0.51; b:* do 0.30; b:* enough 0.01; b:* every -0.18; b:* everybody 0.01
b:* everything -0.32; b:* for 0.08; b:* from 0.36; b:* gets -0.29; b:* getting -0.04; b:* go 0.04
b:* goes -0.25; b:* good -0.43; b:* had 0.29; b:* has 0.04; b:* have 0.07; b:* he -0.30
b:* help 0.05; b:* her -0.04; b:* here 0.03; b:* him -0.17; b:* home -0.05; b:* how 0.43
b:* i -0.06; b:* in -0.33; b:* into 0.07; b:* is 0.31; b:* just -0.03; b:* kind -0.08
b:* know 0.27; b:* may 0.19; b:* more 0.13; b:* most -0.07; b:* much -0.16; b:* my -0.17
b:* need -0.19; b:* next 0.29; b:* no -0.35; b:* now -0.23; b:* of 0.06; b:* okay 0.04
b:* on -0.07; b:* one 0.39; b:* only 0.02; b:* open -0.06; b:* or 0.46; b:* out -0.22
b:* problem 0.09; b:* put -0.01; b:* right 0.78; b:* said -0.06; b:* say 0.04; b:* show -0.09
b:* so -0.02; b:* sorry 0.13; b:* talk 0.04; b:* that -0.32; b:* the 0.14; b:* their -0.02
b:* them 0.12; b:* then 0.13; b:* there -0.29; b:* thing 0.02; b:* things 0.06; b:* this -0.11
b:* though -0.05; b:* time 0.31; b:* to 0.16; b:* told -0.10; b:* too 0.04; b:* us -0.02
b:* want 0.28; b:* we 0.10; b:* what -0.17; b:* which -0.09; b:* why 0.29; b:* will -0.13
b:* with -0.23; b:* would 0.31; b:* yourself 0.05; b:*ed a -0.12; b:*ed at 0.03; b:*ed for -0.43
b:*ed from -0.05; b:*ed how -0.18; b:*ed in -0.10; b:*ed is 0.06; b:*ed it 0.26; b:*ed me -0.05
b:*ed or 0.03; b:*ed some 0.03; b:*ed the -0.07; b:*ed to 0.08; b:*ed up -0.01; b:*ed where 0.08
b:*ing # -0.05; b:*ing a 0.09; b:*ing about 0.01; b:*ing and 0.05; b:*ing anything 0.09
b:*ing because 0.04; b:*ing do 0.13; b:*ing for -0.52; b:*ing have 0.14; b:*ing i -0.54
b:*ing is -0.16; b:*ing my 0.20; b:*ing okay 0.28; b:*ing on 0.15; b:*ing out 0.27
b:*ing since 0.05; b:*ing that -0.05; b:*ing the -0.16; b:*ing to -0.21; b:*ing up 0.12
b:*ing what 0.20; b:*ing with 0.19; b:*ing you 0.03; b:*ing your 0.12; b:*ing yourself -0.01
b:@day * 0.39; b:@day and 0.10; b:@day be 0.01; b:@day can 0.12; b:@day i -0.25; b:@day is 0.24
b:@feel # -0.09; b:@feel * 0.17; b:@feel about -0.33; b:@feel did 0.15; b:@feel i -0.14
b:@feel in -0.02; b:@feel is 0.41; b:@feel it -0.42; b:@feel of -0.48; b:@feel that -0.26
b:@feel two 0.02; b:@feel when -0.09; b:@feel with -0.07; b:@feel you 0.17; b:a @day -0.07
b:a @feel -0.04; b:a bad 0.19; b:a bit -0.11; b:a day 0.08; b:a go -0.22; b:a great -0.29
b:a little 0.05; b:a lot -0.03; b:a nice -0.16; b:a one 0.33; b:a very -0.04; b:a way -0.18
b:a whole -0.17; b:a yes 0.18; b:about # -0.35; b:about * 0.18; b:about *ing -0.21
b:about an 0.04; b:about first -0.09; b:about her -0.50; b:about how 0.07; b:about it 0.04
b:about me -0.02; b:about that 0.34; b:about the 0.38; b:about them 0.18; b:about things 0.01
b:about yourself 0.04; b:actually # 0.04; b:after # -0.06; b:after * 0.02; b:after that 0.14
b:after the -0.13; b:again once 0.03; b:agree on 0.02; b:all * -0.18; b:all of -0.16
b:all that -0.07; b:all these 0.05; b:already * 0.08; b:already done -0.09; b:already know 0.06
b:also share -0.13; b:always * -0.26; b:always *ing 0.01; b:always on 0.04; b:am *ing 0.03
b:am a -0.05; b:am curious 0.41; b:am going -0.05; b:am i 0.95; b:am not 0.08; b:am the -0.08
b:am very 0.18; b:am well 0.04; b:an * -0.06; b:an @day 0.03; b:an okay 0.02; b:and # 0.36
b:and *ing 0.01; b:and @feel -0.12; b:and a -0.03; b:and i -0.21; b:and if 0.24; b:and its -0.09
b:and never 0.01; b:and none -0.03; b:and not 0.23; b:and now -0.25; b:and put -0.03
b:and so 0.07; b:and still -0.05; b:and talk 0.12; b:and that -0.07; b:and then 0.04
b:and there -0.05; b:and these 0.05; b:and you -0.01; b:and your 0.04; b:another day 0.04
b:another one -0.05; b:another way 0.30; b:any * 0.56; b:any other 0.45; b:any questions 0.15
b:anybody * 0.02; b:anyone else 0.09; b:anyone there 0.08; b:anyone want 0.19; b:anything * -0.07
b:anything about 0.09; b:anything else 0.17; b:anything i 0.03; b:anything in 0.12
b:anything to 0.22; b:anything you 0.16; b:are * -0.30; b:are *ed -0.45; b:are *ing -0.06
b:are @feel -0.20; b:are at 0.02; b:are doing -0.28; b:are even 0.04; b:are going -0.21
b:are here 0.29; b:are in 0.29; b:are looking 0.05; b:are out 0.02; b:are right -0.02
b:are they 0.48; b:are two -0.26; b:are up 0.13; b:are we 0.20; b:are you 0.65; b:as a 0.04
b:as before 0.05; b:as day 0.02; b:as i -0.07; b:as possible -0.01; b:as well 0.13; b:as you -0.09
b:ask * 0.41; b:ask whether 0.10; b:ask why -0.03; b:asking * 0.13; b:at # -0.22; b:at * 0.07
b:at all 0.35; b:at home 0.11; b:at it -0.05; b:at the 0.25; b:at you -0.26; b:away # 0.09
b:be * -0.12; b:be @feel -0.18; b:be a 0.14; b:be all 0.07; b:be any -0.23; b:be doing 0.12
b:be in 0.15; b:be okay 0.11; b:be that -0.01; b:be the 0.20; b:be up -0.11; b:be with 0.20
b:been * -0.02; b:been *ing 0.25; b:been given 0.08; b:been going 0.26; b:before i 0.54
b:before the 0.12; b:before you -0.54; b:being *ed -0.24; b:better for 0.15; b:bit about 0.38
b:bit from -0.19; b:bit of -0.05; b:brings you 0.23; b:by *ing -0.08; b:by @day 0.35
b:by the 0.06; b:by when 0.03; b:by you 0.08; b:by yourself -0.29; b:can * -0.24; b:can be -0.60
b:can give -0.17; b:can go -0.04; b:can i 1.74; b:can only -0.08; b:can see -0.28
b:can somebody 0.29; b:can tell -0.07; b:can we 1.05; b:can you 0.47; b:change at 0.02
b:change much 0.03; b:come and 0.11; b:come from 0.07; b:come here -0.01; b:come in 0.08
b:could * 0.12; b:could be -0.33; b:could i 0.73; b:could see -0.01; b:could we 0.20
b:could you 0.28; b:curious what 0.41; b:day or 0.26; b:day with 0.02; b:did did 0.14
b:did he 0.11; b:did i 0.56; b:did in 0.08; b:did it -0.19; b:did not -0.10; b:did on -0.01
b:did something 0.24; b:did the 0.02; b:did you 0.63; b:do * 0.05; b:do any 0.36
b:do anything -0.05; b:do for 0.06; b:do i 0.67; b:do instead 0.05; b:do is -1.40; b:do not -0.09
b:do that 0.11; b:do they 0.13; b:do we 0.64; b:do what -0.23; b:do you 0.82; b:does anyone 0.11
b:does everybody 0.31; b:does he 0.44; b:does it 0.15; b:does make 0.01; b:does not -0.47
b:does she 0.13; b:does that 0.79; b:does the 0.14; b:doing * 0.07; b:doing it -0.34
b:else is -0.22; b:else you 0.26; b:enough and 0.11; b:even an -0.07; b:even get 0.01
b:even less 0.11; b:even when 0.06; b:everybody have 0.13; b:everyone ready 0.02
b:feel @feel 0.02; b:feel like -0.16; b:feels like 0.01; b:few things 0.05; b:first * 0.16
b:first that -0.22; b:for # 0.37; b:for a -0.08; b:for good 0.09; b:for his 0.09; b:for it -0.32
b:for me 0.18; b:for the -0.01; b:for what -0.20; b:from # -0.10; b:from @day 0.02
b:from here -0.01; b:from the 0.12; b:from this -0.22; b:from when 0.08; b:get a -0.19
b:get away 0.19; b:get better -0.09; b:get one -0.02; b:get some -0.08; b:get through -0.11
b:get up -0.10; b:get used -0.03; b:get you 0.25; b:gets it 0.06; b:gets most -0.12
b:gets to 0.02; b:getting by 0.02; b:give him 0.07; b:give it -0.19; b:give me -0.04
b:give them -0.16; b:give you 0.01; b:go * -0.04; b:go home 0.05; b:go to 0.21; b:going * -0.05
b:going on 0.08; b:going to 0.15; b:gone by 0.03; b:good how 0.03; b:good right 0.01
b:good so 0.16; b:got * 0.01; b:got a 0.42; b:got about -0.13; b:got into 0.18; b:got it 0.17
b:got more -0.02; b:got two -0.13; b:had * -0.30; b:had some 0.03; b:had the -0.17
b:had this 0.02; b:happened is -0.24; b:happened to -0.01; b:happens at 0.09; b:happens is -0.21
b:happens just -0.12; b:has *ed 0.01; b:has he 0.22; b:has she 0.16; b:has something 0.10
b:has to -0.26; b:have *ed -0.54; b:have a -0.09; b:have already -0.26; b:have any 0.13
b:have anything 0.03; b:have been 0.16; b:have done -0.17; b:have got -0.27; b:have i 0.23
b:have nobody 0.10; b:have not 0.29; b:have noticed 0.11; b:have something 0.26; b:have that 0.12
b:have the 0.27; b:have their 0.18; b:have they 0.11; b:have told -0.03; b:have two -0.07
b:have you 0.60; b:have your -0.33; b:he * -0.14; b:he *ing 0.10; b:he did -0.23; b:he would -0.32
b:hear how 0.03; b:heard it 0.01; b:heard of 0.39; b:help me 0.31; b:her *ing 0.02; b:here an 0.02
b:here is -0.30; b:here that 0.22; b:here to 0.01; b:him at -0.02; b:him can 0.11; b:his * -0.12
b:hold one 0.02; b:how * 0.09; b:how about -0.15; b:how am 0.02; b:how can 0.16; b:how did 0.25
b:how do 0.30; b:how does 0.26; b:how i -0.03; b:how important 0.05; b:how is 0.53; b:how it -0.01
b:how long -0.05; b:how many 0.16; b:how might 0.16; b:how they 0.13; b:how to -0.25
b:how we -0.08; b:how would 0.21; b:how you -0.26; b:i * 0.07; b:i *ed -0.13; b:i @feel -0.09
b:i am -0.05; b:i ask 0.26; b:i be 0.11; b:i can -0.22; b:i could -0.20; b:i did -0.18
b:i doing 0.01; b:i get 0.33; b:i give 0.04; b:i go 0.25; b:i had -0.43; b:i have 0.08
b:i help 0.04; b:i if 0.02; b:i just 0.09; b:i know -0.14; b:i like -0.05; b:i love 0.03
b:i make 0.21; b:i mean -0.27; b:i need 0.10; b:i never -0.04; b:i put 0.28; b:i said -0.09
b:i see 0.09; b:i should 0.06; b:i show 0.01; b:i take 0.13; b:i tell -0.07; b:i think -0.25
b:i used -0.26; b:i wanted -0.20; b:i went -0.01; b:i were -0.05; b:i will -0.23; b:i wish -0.09
b:i wonder 0.31; b:i would -0.33; b:idea what -0.01; b:idea you 0.02; b:if * 0.16; b:if i 0.68
b:if it 0.27; b:if that -0.13; b:if they 0.44; b:if we 0.21; b:if you -0.15; b:if your -0.08
b:in # -0.07; b:in here -0.18; b:in it 0.10; b:in me -0.05; b:in one -0.31; b:in our 0.18
b:in the -0.05; b:in there -0.16; b:in this 0.25; b:in until 0.25; b:in with -0.15; b:in you -0.08
b:in your 0.47; b:instead of 0.21; b:into # 0.09; b:into * 0.05; b:into it 0.19; b:is # 0.27
b:is * -0.28; b:is @day 0.15; b:is @feel -0.36; b:is a 0.15; b:is about 0.22; b:is always -0.02
b:is at -0.06; b:is doing -0.33; b:is everyone 0.15; b:is get -0.01; b:is going -0.18
b:is got 0.06; b:is he 0.49; b:is her 0.52; b:is here 0.35; b:is how -0.26; b:is is 0.21
b:is it 1.33; b:is just -0.49; b:is like -0.15; b:is needs -0.02; b:is no 0.14; b:is not 0.07
b:is okay -0.08; b:is on -0.22; b:is really -0.03; b:is she 0.38; b:is somebody -0.09
b:is something -0.25; b:is that 0.16; b:is the 0.40; b:is there 0.70; b:is this 0.10
b:is two 0.19; b:is usually 0.10; b:is wants -0.02; b:is we -0.23; b:is what -0.68; b:is you -0.92
b:is your 0.03; b:is yours -0.05; b:it * 0.18; b:it *ed 0.12; b:it @feel 0.15; b:it a 0.43
b:it and -0.27; b:it at -0.04; b:it be 0.32; b:it been 0.12; b:it by 0.16; b:it can -0.29
b:it did -0.19; b:it do 0.03; b:it does -0.43; b:it feels -0.09; b:it gets -0.49; b:it help 0.04
b:it i -0.52; b:it in -0.28; b:it into 0.22; b:it is -0.40; b:it might -0.19; b:it now 0.26
b:it okay 0.01; b:it one -0.01; b:it really 0.15; b:it says -0.06; b:it seems -0.25
b:it she -0.04; b:it should -0.08; b:it so 0.03; b:it sounds -0.06; b:it that -0.05
b:it though 0.01; b:it to 0.26; b:it up -0.28; b:it was -0.58; b:it what 0.12; b:it who 0.21
b:it would -0.08; b:it you -0.04; b:its @feel -0.05; b:its a -0.04; b:its good 0.08
b:its like -0.05; b:its not -0.23; b:its the 0.02; b:just * -0.28; b:just do 0.31
b:just how -0.05; b:just looking 0.10; b:just one 0.19; b:just that -0.17; b:just wondering 0.24
b:keep going -0.24; b:keep the -0.10; b:kind of -0.18; b:know and 0.05; b:know anything 0.06
b:know i -0.04; b:know it -0.19; b:know what 0.03; b:know you 0.14; b:last time 0.04
b:last year -0.12; b:let it -0.08; b:let me -0.55; b:let us 0.12; b:like * 0.19; b:like a -0.44
b:like i -0.07; b:like nothing 0.03; b:like something 0.21; b:like that -0.40; b:like the -0.09
b:like to 0.36; b:like what 0.01; b:like without -0.01; b:like you -0.63; b:likely is -0.05
b:little one -0.10; b:long * 0.08; b:long it -0.16; b:look is 0.02; b:look like 0.10
b:looking at 0.03; b:lot of 0.09; b:love it 0.03; b:love that 0.14; b:made you 0.24
b:make a -0.15; b:make of 0.18; b:make people 0.01; b:make today -0.14; b:makes it 0.13
b:makes that -0.05; b:many * -0.16; b:may i 0.61; b:me about 0.43; b:me how 0.08; b:me know -0.05
b:me more 0.21; b:me one 0.10; b:me through 0.91; b:me to -0.11; b:me understand 0.34
b:me where 0.04; b:mean by 0.07; b:means is -0.07; b:might you 0.21; b:mind me 0.01
b:mind when 0.06; b:more about 1.05; b:more important 0.12; b:more like -0.01; b:more likely -0.06
b:more of -0.02; b:more than -0.29; b:most * -0.01; b:most of -0.24; b:much is 0.10
b:much it -0.15; b:much more -0.12; b:much of 0.07; b:much were -0.17; b:my * -0.38
b:my life 0.03; b:need a -0.02; b:need to -0.04; b:needs * -0.02; b:never *ing 0.02
b:never know -0.02; b:next * 0.02; b:next week 0.24; b:no * 0.02; b:no idea -0.10; b:no one 0.05
b:nobody *ed -0.10; b:nobody else 0.01; b:none of -0.10; b:not * -0.17; b:not *ed -0.15
b:not *ing 0.21; b:not a 0.10; b:not at 0.03; b:not before 0.17; b:not do -0.14; b:not even -0.05
b:not get -0.10; b:not give -0.01; b:not going 0.18; b:not got 0.05; b:not have -0.25
b:not here 0.24; b:not how -0.09; b:not i 0.60; b:not imagine 0.07; b:not it 0.61
b:not know -0.04; b:not matter -0.36; b:not me -0.12; b:not mine 0.15; b:not really -0.04
b:not say -0.20; b:not sure -0.02; b:not that 0.07; b:not think 0.17; b:not to -0.13
b:not use -0.19; b:not want 0.07; b:not we 0.18; b:not what -0.11; b:not you -0.18
b:not your -0.28; b:nothing after 0.06; b:nothing else -0.06; b:nothing to -0.02; b:now it -0.08
b:now okay 0.11; b:of * 0.19; b:of *ing 0.19; b:of a -0.08; b:of all 0.29; b:of that 0.24
b:of things -0.05; b:of what -0.61; b:of you -0.14; b:of your -0.15; b:off @feel 0.02
b:off my 0.11; b:off would 0.02; b:off you -0.16; b:off your 0.02; b:often you -0.02
b:okay and 0.15; b:okay that 0.04; b:on * -0.37; b:on a 0.23; b:on and -0.06; b:on every 0.09
b:on his -0.04; b:on it -0.31; b:on like 0.05; b:on that 0.09; b:on the 0.03; b:on there 0.04
b:once * 0.03; b:one * -0.14; b:one @day 0.05; b:one and 0.29; b:one can 0.02; b:one change 0.03
b:one for -0.13; b:one in -0.18; b:one more -0.03; b:one next 0.10; b:one of -0.01
b:one who -0.13; b:only * -0.04; b:or # -0.21; b:or * 0.19; b:or a -0.41; b:or anything -0.06
b:or in 0.06; b:or something -0.13; b:or the 0.07; b:or we -0.17; b:other * 0.10
b:other one -0.06; b:our own 0.06; b:out * 0.18; b:out @day 0.22; b:out a -0.01; b:out of -0.05
b:out the 0.01; b:out there 0.22; b:out while -0.14; b:own * 0.33; b:part you 0.08
b:people * -0.17; b:people in -0.05; b:people will -0.02; b:please do -0.06; b:problem is 0.11
b:put a -0.04; b:put it -0.08; b:put me 0.10; b:put your -0.08; b:rather talk -0.09
b:ready to 0.08; b:ready you 0.02; b:really *ing -0.05; b:recommend is -0.14; b:recommend you 0.01
b:right * -0.18; b:right and 0.06; b:right now -0.02; b:right so 0.02; b:said anything 0.03
b:said how 0.04; b:said no 0.11; b:same * 0.13; b:say # 0.03; b:say i -0.01; b:say more 0.40
b:say one 0.02; b:say something -0.11; b:say what -0.04; b:says * -0.01; b:see how -0.36
b:see it 0.11; b:see me 0.09; b:see there 0.20; b:see those 0.07; b:see two -0.09; b:see what 0.09
b:see you -0.15; b:seems like -0.01; b:seems to 0.15; b:sense of 0.15; b:share it -0.10
b:she gets 0.07; b:she goes 0.01; b:she has -0.04; b:she is -0.21; b:she makes 0.04
b:she used 0.04; b:should * -0.14; b:should be -0.22; b:should have 0.31; b:should know -0.10
b:should not 0.18; b:show us -0.04; b:since when 0.37; b:so # 0.31; b:so * -0.03; b:so @feel -0.22
b:so i 0.35; b:so in -0.02; b:so the -0.29; b:so this 0.03; b:so you 0.09; b:somebody * 0.01
b:somebody at 0.02; b:somebody who -0.32; b:somebody you 0.17; b:something * -0.08
b:something *ed 0.01; b:something happen 0.25; b:something to -0.03; b:sorry to -0.01
b:sort of -0.20; b:sounds like 0.12; b:start * 0.19; b:start is -0.09; b:start with 0.23
b:started *ing -0.04; b:still * 0.22; b:still at 0.16; b:still have 0.27; b:take * -0.15
b:take a 0.07; b:take away 0.30; b:take me 0.16; b:take the 0.08; b:take your -0.07
b:talk about -0.43; b:talk again 0.03; b:talk me 0.29; b:talk to 0.21; b:tell him -0.15
b:tell me 0.46; b:tell the 0.12; b:tell you -0.44; b:than # 0.11; b:than an 0.01; b:than the -0.17
b:than you -0.08; b:thank you -0.28; b:that * -0.01; b:that *ed 0.54; b:that *ing 0.01
b:that @feel 0.30; b:that a 0.34; b:that away -0.13; b:that be 0.32; b:that could 0.09
b:that every -0.13; b:that feels 0.05; b:that for 0.26; b:that have 0.08; b:that important -0.09
b:that in 0.08; b:that is -0.51; b:that more -0.06; b:that much -0.19; b:that off 0.05
b:that on 0.26; b:that one -0.09; b:that right 0.38; b:that she -0.05; b:that to -0.08
b:that was -0.25; b:that way -0.15; b:that we -0.06; b:that what 0.03; b:that work 0.14
b:that would -0.15; b:that you -0.46; b:that your -0.18; b:the # 0.43; b:the * -0.16
b:the @day -0.07; b:the home 0.01; b:the last 0.39; b:the least 0.02; b:the most 0.33
b:the one -0.58; b:the problem 0.07; b:the right -0.48; b:the same -0.07; b:the thing -0.15
b:the two 0.34; b:the well -0.03; b:the what 0.20; b:their * -0.07; b:their own 0.02
b:them a -0.07; b:them is -0.04; b:them today 0.17; b:them with 0.02; b:then like 0.06
b:then she 0.01; b:there a 0.44; b:there and -0.06; b:there anything 0.35; b:there are -0.51
b:there is -0.05; b:there somebody 0.04; b:there that 0.05; b:there was -0.40; b:there you -0.25
b:these she 0.09; b:they *ed 0.04; b:they already 0.11; b:they are -0.42; b:they can -0.12
b:they did -0.17; b:they get 0.03; b:they know 0.07; b:they say 0.01; b:they should 0.01
b:they were 0.07; b:they will -0.13; b:thing is -0.19; b:thing the -0.04; b:thing with 0.08
b:thing you 0.17; b:things at 0.01; b:things we -0.02; b:think i 0.26; b:think they 0.06
b:this @day 0.19; b:this be -0.05; b:this is -0.08; b:this one 0.04; b:this week 0.15
b:this would 0.11; b:those * 0.17; b:those things -0.07; b:those two 0.05; b:those where -0.12
b:though i 0.14; b:though it 0.09; b:though that 0.01; b:thought it 0.13; b:through @day 0.07
b:through that -0.07; b:through the 0.22; b:time * 0.02; b:time and -0.09; b:time at 0.06
b:time we -0.02; b:time what 0.09; b:to # 0.54; b:to * -0.33; b:to a 0.04; b:to change 0.06
b:to day 0.03; b:to do 0.04; b:to give -0.09; b:to go 0.15; b:to hear 0.44; b:to help -0.08
b:to hold 0.09; b:to if 0.02; b:to is 0.01; b:to it -0.50; b:to keep -0.25; b:to look -0.04
b:to put 0.04; b:to say -0.08; b:to somebody 0.07; b:to talk -0.19; b:to that -0.03
b:to the -0.04; b:to them -0.04; b:to what 0.32; b:to you 0.10; b:today is -0.01
b:today while 0.02; b:together and 0.05; b:told me -0.12; b:told us -0.09; b:told you 0.03
b:too * 0.02; b:tried without 0.01; b:try a 0.05; b:try to 0.01; b:trying to -0.05; b:two # -0.03
b:two at 0.06; b:two more -0.16; b:two of 0.01; b:two or -0.15; b:understand she 0.08
b:understand that 0.47; b:until the 0.05; b:until then 0.03; b:up * -0.32; b:up a 0.04
b:up go -0.02; b:up is 0.09; b:up to -0.37; b:up which 0.15; b:us * -0.07; b:us a 0.20
b:us if -0.04; b:us in 0.08; b:us just 0.11; b:use that 0.01; b:use when -0.07; b:used to -0.07
b:usually a 0.12; b:very * -0.07; b:walk me 0.13; b:want me -0.23; b:was # -0.10; b:was * -0.48
b:was *ed -0.03; b:was a -0.08; b:was for 0.10; b:was going 0.02; b:was i -0.02; b:was it 0.73
b:was just 0.19; b:was like 0.03; b:was never 0.07; b:was not -0.01; b:was off 0.01
b:was on -0.21; b:was ready 0.09; b:was that 0.11; b:was the 0.10; b:was you -0.14
b:way more -0.02; b:way you -0.09; b:we * 0.12; b:we *ed 0.24; b:we agree 0.35; b:we are 0.05
b:we can -0.62; b:we could -0.11; b:we doing 0.01; b:we have -0.15; b:we stop 0.07; b:we try 0.04
b:we were -0.06; b:we would -0.27; b:week * 0.02; b:well * 0.21; b:were you -0.10; b:what * 0.31
b:what @feel 0.14; b:what am 0.47; b:what are 0.57; b:what before 0.04; b:what brings 0.23
b:what did 0.59; b:what do 0.93; b:what does 0.55; b:what for -0.03; b:what happened 0.12
b:what happens -0.35; b:what he -0.36; b:what i -1.38; b:what if 0.27; b:what is 0.60
b:what it -0.67; b:what kind 0.08; b:what made 0.25; b:what matters -0.42; b:what might 0.26
b:what people -0.05; b:what seems 0.01; b:what she -0.12; b:what that 0.01; b:what the -0.11
b:what they -0.38; b:what time 0.46; b:what to -0.29; b:what was 0.51; b:what we -0.68
b:what what -0.04; b:what would 1.44; b:what you -1.51; b:what your -0.10; b:when did 0.11
b:when i -0.46; b:when is 0.40; b:when she 0.13; b:when though 0.10; b:when was 0.54
b:when we -0.02; b:when would 0.16; b:when you -0.05; b:where by 0.08; b:where does 0.29
b:where is 0.53; b:where it -0.07; b:where people 0.04; b:where the -0.41; b:where would 0.03
b:which * 0.87; b:which i -0.02; b:which is -0.04; b:which one 0.16; b:which was -0.01
b:who * 0.60; b:who did -0.03; b:who else 0.20; b:who gets 0.18; b:who has 0.06; b:who is -0.25
b:who will 0.06; b:who you -0.21; b:whole * -0.08; b:whole thing 0.08; b:whole time 0.02
b:why * 0.08; b:why @feel 0.11; b:why a 0.04; b:why do 0.37; b:why i -0.02; b:why might 0.05
b:why we -0.04; b:why would -0.24; b:why you -0.01; b:will * 0.12; b:will be -0.32
b:will get -0.11; b:will hear -0.12; b:will see 0.01; b:will take 0.14; b:will think -0.08
b:will you 0.38; b:wish i -0.05; b:with # 0.25; b:with her -0.05; b:with him 0.30; b:with is -0.01
b:with me -0.17; b:with them 0.12; b:with us -0.06; b:with what 0.06; b:with you 0.22
b:without * 0.09; b:without *ing -0.07; b:wonder what 0.28; b:work * -0.09; b:work better 0.03
b:would * -0.07; b:would @day 0.03; b:would a 0.13; b:would an 0.03; b:would be -0.01
b:would come 0.14; b:would give -0.17; b:would had 0.03; b:would have -0.60; b:would i 0.10
b:would it 0.57; b:would make -0.06; b:would one 0.03; b:would rather -0.20; b:would say -0.13
b:would she 0.12; b:would suggest -0.03; b:would tell -0.05; b:would that 0.92; b:would the 0.08
b:would this -0.15; b:would want 0.08; b:would you 0.69; b:you * 0.02; b:you *ed 0.02
b:you *ing 0.33; b:you about -0.03; b:you already 0.05; b:you also -0.14; b:you and -0.14
b:you are -0.17; b:you at 0.15; b:you been 0.38; b:you better 0.03; b:you can -0.56
b:you come 0.14; b:you could -0.17; b:you did -0.05; b:you do -0.47; b:you ever 0.17
b:you feel -0.17; b:you first 0.08; b:you for -0.04; b:you get -0.51; b:you going 0.85
b:you got 0.04; b:you here 0.13; b:you i -0.46; b:you if 0.12; b:you is -0.24; b:you just 0.01
b:you know 0.09; b:you like 0.10; b:you look -0.31; b:you mean 0.29; b:you might -0.30
b:you mind 0.06; b:you must -0.04; b:you never -0.13; b:you okay -0.20; b:you on 0.12
b:you one 0.35; b:you open -0.10; b:you please 0.02; b:you put -0.17; b:you ready 0.08
b:you said 0.45; b:you see 0.17; b:you should -0.07; b:you sound -0.04; b:you start 0.12
b:you still 0.38; b:you take 0.03; b:you the 0.24; b:you think 0.09; b:you thinking -0.15
b:you through 0.02; b:you to -0.36; b:you told 0.03; b:you tried 0.24; b:you try 0.05
b:you understand 0.41; b:you use 0.07; b:you want -0.28; b:you went 0.10; b:you were -0.21
b:you would -0.29; b:you you -0.10; b:your * 0.15; b:your mind -0.06; b:your time -0.32
b:your work -0.17; bias -0.77; clause after -0.25; concern -0.15; disagrees -0.36; e:# -0.29
e:* -0.07; e:*ing -0.01; e:@day 0.04; e:@feel -0.18; e:about 0.27; e:again -0.02; e:all 0.33
e:anybody -0.09; e:anything -0.14; e:are -0.03; e:away -0.55; e:because 0.03; e:been 0.12
e:before 0.12; e:better -0.08; e:bit 0.07; e:can -0.12; e:change 0.08; e:could -0.05; e:day -0.45
e:did -0.47; e:do -0.24; e:does -0.31; e:else -0.02; e:enough -0.10; e:feel -0.06; e:from 0.19
e:given 0.05; e:gone -0.32; e:got -0.20; e:had 0.02; e:happened 0.05; e:happens 0.01; e:have 0.16
e:here 0.12; e:him -0.07; e:home 0.38; e:how 0.45; e:i 0.54; e:if -0.05; e:into 0.08; e:is -0.26
e:kind -0.04; e:know -0.20; e:life 0.13; e:like 0.49; e:looking 0.08; e:matter -0.01; e:mean 0.19
e:means 0.06; e:mine 0.23; e:more -0.48; e:most -0.01; e:much -0.12; e:myself -0.05; e:nice -0.16
e:no -0.14; e:not -0.15; e:noticed 0.02; e:now 0.06; e:okay -0.09; e:one 0.28; e:or 0.71
e:other 0.15; e:out -0.11; e:over -0.26; e:own -0.03; e:please 0.13; e:questions 0.12
e:ready 0.06; e:right 0.66; e:said -0.07; e:same -0.14; e:she 0.24; e:so 0.19; e:something -0.20
e:sorry -0.25; e:stop -0.01; e:talk -0.06; e:that 0.43; e:the -0.08; e:then 0.08; e:there -0.01
e:think -0.30; e:thinking -0.19; e:this -0.19; e:through 0.05; e:to 0.28; e:together -0.03
e:too -0.05; e:up -0.24; e:us -0.06; e:was -0.10; e:way 0.21; e:well -0.03; e:were -0.25
e:what 0.34; e:when 0.33; e:where 0.15; e:while -0.26; e:who -0.08; e:why 0.41; e:work 0.14
e:would -0.03; e:year -0.11; e:yet 0.05; e:you -0.20; ends bare -0.57; ends cut -0.37
ends mark 3.58; ends raw -0.65; ends stop -2.90; first -0.51; heard:0 0.13; heard:1 0.36
heard:12 -0.45; heard:18 -0.77; heard:2 0.36; heard:28 -0.68; heard:3 0.07; heard:5 0.08
heard:8 -0.20; heard:more -0.55; k:* -0.02; k:*ed -0.14; k:*ing -0.11; k:@day 0.30; k:@feel -0.28
l:and 0.51; l:good -0.09; l:hey 0.24; l:no -0.24; l:oh 0.05; l:okay 0.57; l:or -0.15; l:right 0.38
l:wow -0.28; l:yeah -0.73; l:yes -0.66; last 1.06; later -0.55; mark short 0.56; n:1 -1.09
n:12 -0.17; n:2 -0.12; n:28 0.05; n:3 -0.12; n:5 -0.15; n:8 -0.05; n:more 0.22; nod -1.39
p:amount -0.19; p:asks_word 0.74; p:asks_you 0.30; p:but 0.14; p:clause -0.45; p:commits 1.15
p:echoes 0.13; p:explain 0.76; p:fact 0.05; p:informs 0.50; p:inverted 1.62; p:no -0.68
p:opens_inverted 2.01; p:own 0.03; p:reflects 0.17; p:reflects_inside -0.09; p:worry 0.04
p:you -0.17; q:how  0.62; q:how about -0.26; q:how am 0.09; q:how are 0.07; q:how can 0.12
q:how do -0.15; q:how does 0.12; q:how have 0.07; q:how might 0.11; q:how were -0.38
q:how would 0.21; q:what  0.81; q:what about 0.05; q:what am 0.37; q:what can -0.46
q:what do -0.69; q:what does 0.14; q:what has 0.08; q:what have -0.01; q:what is -0.20
q:what might 0.36; q:what was 0.26; q:when  0.22; q:when are -0.46; q:when did 0.14
q:when do 0.01; q:when was 0.16; q:when were 0.11; q:when would 0.18; q:where does 0.37
q:where is 0.42; q:which  0.98; q:who  0.76; q:who did -0.03; q:who has 0.01; q:who is -0.26
q:who will 0.06; q:why  0.72; q:why do 0.31; q:why might 0.05; q:why would -0.41; q:you -0.31
s:# -0.46; s:# # 0.06; s:# * -0.33; s:# and you 0.01; s:# good 0.02; s:# is 0.15; s:# is * 0.19
s:# of -0.18; s:* -0.05; s:* # -0.23; s:* # # -0.07; s:* * -0.03; s:* * * 0.29; s:* * okay 0.16
s:* *ing -0.08; s:* and -0.14; s:* could you -0.02; s:* enough 0.16; s:* enough and 0.12
s:* from 0.22; s:* how 0.20; s:* i make 0.02; s:* is 0.04; s:* is it 0.01; s:* is that 0.29
s:* it to 0.15; s:* me 0.13; s:* no -0.05; s:* on -0.10; s:* or 0.11; s:* right 0.02; s:* so -0.04
s:* sorry i 0.03; s:* that -0.21; s:* the -0.17; s:* the * -0.32; s:* was 0.11; s:* we 0.04
s:* what * -0.07; s:* what is 0.01; s:* who 0.08; s:* you 0.50; s:* you have 0.20
s:* you said 0.18; s:*ed where 0.08; s:*ed where by 0.08; s:*ing anything 0.03; s:*ing what 0.07
s:@day -0.11; s:@day i -0.08; s:@feel -0.21; s:a -0.37; s:a * -0.25; s:a week 0.01; s:after -0.06
s:always 0.19; s:always *ing 0.02; s:always *ing and 0.02; s:another # 0.02; s:any 0.97
s:any * 0.70; s:anybody 0.01; s:anyone 0.26; s:anyone there 0.08; s:are 0.10; s:are you 0.14
s:are you okay -0.14; s:as -0.24; s:at -0.76; s:at the -0.04; s:because -0.41; s:before i 0.22
s:by -0.01; s:can 0.72; s:can i 0.48; s:can not -0.11; s:can you 0.08; s:come 0.04; s:come in 0.08
s:could 0.41; s:could you 0.18; s:did 0.41; s:did i 0.03; s:do -0.21; s:do i have 0.22
s:do it -0.02; s:do not -0.14; s:do not you -0.06; s:do you * 0.24; s:do you can -0.23
s:does 0.44; s:does it -0.06; s:does that 0.23; s:even -0.13; s:even an -0.07; s:even an * -0.07
s:everyone -0.24; s:for * 0.11; s:go -0.21; s:go * -0.03; s:going out 0.03; s:got 0.07; s:has 0.38
s:have 0.03; s:have a -0.23; s:have you 0.34; s:have you do -0.20; s:he -0.47; s:he * -0.04
s:he does -0.03; s:he is 0.26; s:he is *ing 0.02; s:he is still 0.10; s:he said -0.05; s:help 0.10
s:help me 0.10; s:help me understand 0.10; s:here -0.04; s:how 0.87; s:how about -0.13
s:how about i -0.06; s:how are you -0.11; s:how did 0.03; s:how do 0.15; s:how do i 0.02
s:how does 0.18; s:how is 0.41; s:how is your 0.02; s:how might 0.03; s:how might you 0.03
s:how much is 0.02; s:how much of 0.10; s:how much were -0.17; s:how often you -0.02
s:how would 0.14; s:how you -0.09; s:i -0.76; s:i * -0.40; s:i * your 0.05; s:i *ed -0.69
s:i am 0.09; s:i am * -0.09; s:i am curious 0.41; s:i am not 0.29; s:i am the -0.10
s:i am very 0.12; s:i can 0.18; s:i can not 0.09; s:i could -0.01; s:i did not 0.02
s:i do not 0.10; s:i get # 0.11; s:i have 0.04; s:i have a 0.14; s:i have to 0.22; s:i know -0.19
s:i know what -0.10; s:i love 0.17; s:i love that 0.21; s:i see 0.05; s:i think -0.13
s:i was -0.04; s:i wonder 0.06; s:i wonder what 0.13; s:i would 0.26; s:i would like 0.19
s:if 0.46; s:if i 0.15; s:if i * 0.26; s:if i were -0.01; s:if she 0.03; s:if she makes 0.04
s:if they 0.10; s:if we 0.14; s:if you could 0.03; s:if you do -0.16; s:in * -0.10; s:in a 0.02
s:in a *ed 0.14; s:in the -0.29; s:is 0.77; s:is * * 0.07; s:is it 0.04; s:is it one -0.12
s:is it you -0.05; s:is that -0.13; s:is that * 0.19; s:is that a 0.23; s:is that the -0.30
s:is that we -0.11; s:is that you -0.61; s:is there 0.41; s:is there a 0.02
s:is there anything 0.13; s:it -0.93; s:it * -0.22; s:it feels -0.04; s:it is 0.27; s:it is * 0.25
s:it really 0.03; s:it really * 0.04; s:it said how 0.04; s:it was -0.25; s:it would come 0.02
s:its -0.20; s:its * 0.12; s:its good 0.04; s:its good right 0.04; s:last -0.25; s:let -0.23
s:let me -0.33; s:like -0.01; s:like what 0.25; s:look -0.26; s:maybe -0.19; s:most -0.21
s:most * -0.10; s:my -0.61; s:my * -0.48; s:next -0.33; s:nice -0.12; s:no -0.54; s:nobody -0.67
s:nobody *ed -0.01; s:not -0.18; s:not before 0.04; s:now 0.03; s:of 0.33; s:of * you -0.02
s:of all 0.15; s:of all the 0.15; s:okay -0.11; s:on a 0.40; s:on a * 0.31; s:on the -0.04
s:once -0.12; s:one * -0.03; s:one big 0.01; s:one big * 0.01; s:one of * 0.04; s:one you 0.05
s:one you can 0.05; s:only -0.03; s:people -0.23; s:please -0.05; s:put me 0.13; s:put me * 0.14
s:say 0.20; s:say more 0.11; s:say more about 0.11; s:see 0.05; s:she -0.72; s:she * -0.46
s:she gets 0.09; s:she gets it 0.09; s:she is -0.12; s:she would -0.01; s:some -0.53
s:something made 0.03; s:something made you 0.03; s:start 0.20; s:start * 0.17; s:start * you 0.17
s:take me 0.04; s:take me through 0.04; s:take your -0.10; s:take your time -0.08; s:talk 0.23
s:talk me 0.22; s:talk me through 0.22; s:tell 0.42; s:tell me 0.35; s:tell me a 0.20
s:tell me about 0.41; s:tell me if -0.14; s:tell me more 0.27; s:tell us a 0.03; s:thank -0.25
s:thank you -0.25; s:thank you * 0.09; s:thank you for -0.47; s:thanks -0.03; s:that -0.54
s:that * -0.14; s:that i 0.09; s:that i am 0.06; s:that is -0.10; s:that is # 0.17
s:that is * 0.36; s:that is how -0.09; s:that is not 0.01; s:that is the -0.09
s:that is what -0.10; s:that was -0.20; s:the -0.21; s:the # 0.10; s:the # * 0.35; s:the * -0.39
s:the * * -0.46; s:the * after 0.05; s:the * again 0.04; s:the * of 0.02; s:the * they 0.08
s:the other 0.06; s:the same * -0.14; s:the what 0.20; s:there -0.14; s:there are -0.07
s:there is 0.05; s:there is no 0.03; s:there is this 0.01; s:there is usually 0.11
s:there you -0.35; s:there you go -0.01; s:they -0.81; s:they * -0.36; s:they are -0.60
s:they do -0.01; s:they would 0.01; s:this 0.03; s:this @day 0.03; s:this is * 0.02
s:this one and 0.06; s:this was 0.01; s:this was a 0.01; s:those are 0.02; s:those are the 0.04
s:to us 0.02; s:try -0.11; s:two -0.15; s:two * i 0.09; s:used 0.05; s:used to 0.05; s:walk 0.01
s:walk me 0.09; s:walk me through 0.09; s:was it 0.32; s:was it a 0.04; s:was that -0.17
s:was that or -0.01; s:we -0.40; s:we *ed 0.03; s:we are 0.05; s:we have -0.02
s:we have got -0.09; s:what 0.85; s:what about me -0.10; s:what about the 0.01; s:what am 0.20
s:what am i 0.20; s:what are 0.28; s:what are you 0.01; s:what brings 0.12; s:what brings you 0.12
s:what could 0.08; s:what did 0.45; s:what do 0.58; s:what do you 0.16; s:what does 0.33
s:what happened is -0.09; s:what happens -0.31; s:what happens if -0.02; s:what happens is -0.15
s:what have -0.06; s:what have you -0.11; s:what i -0.72; s:what i would -0.27; s:what if 0.30
s:what is 0.27; s:what is * -0.24; s:what is *ing -0.03; s:what is happened -0.08
s:what is in -0.29; s:what is it 0.35; s:what is the 0.41; s:what is your 0.36; s:what it -0.02
s:what kind 0.04; s:what kind of 0.04; s:what made 0.07; s:what makes that -0.03
s:what matters -0.12; s:what might 0.02; s:what people -0.08; s:what people will -0.07
s:what that -0.21; s:what that means -0.07; s:what they -0.15; s:what they would -0.06
s:what time 0.35; s:what was 0.31; s:what was on -0.16; s:what we -0.54; s:what we do -0.04
s:what would 1.05; s:what you -0.70; s:what you are -0.08; s:when 0.40; s:when did 0.06
s:when i -0.46; s:when i * -0.09; s:when is 0.40; s:when is the 0.17; s:when she goes 0.06
s:when though 0.10; s:when was 0.51; s:when was the 0.19; s:when would 0.15; s:when you -0.15
s:when you are -0.14; s:where 0.66; s:where are you -0.01; s:where does 0.16; s:where is 0.33
s:which 0.73; s:which * 0.45; s:which * the 0.08; s:which one 0.02; s:who 0.79; s:who * 0.46
s:who * the 0.24; s:who else 0.06; s:who is -0.13; s:who is not -0.10; s:who wants 0.04
s:who wants to 0.04; s:why 0.71; s:why a 0.04; s:why a # 0.04; s:why do 0.26; s:why do not 0.10
s:why not a 0.08; s:why not give -0.13; s:why would -0.23; s:why would this -0.16
s:will you * -0.02; s:with the -0.02; s:would 0.24; s:would it 0.17; s:would one 0.03
s:would one * 0.03; s:would you -0.13; s:would you do -0.17; s:would you want -0.42; s:yes -0.53
s:you -0.33; s:you * * 0.10; s:you *ed at 0.06; s:you *ed it 0.07; s:you @feel -0.09
s:you are 0.16; s:you are *ing 0.05; s:you are @feel -0.22; s:you are a -0.09; s:you are here 0.33
s:you are in 0.15; s:you are on -0.04; s:you are out 0.04; s:you are what 0.04; s:you can -0.18
s:you can do 0.04; s:you can tell -0.06; s:you could -0.50; s:you do 0.02; s:you got -0.14
s:you had -0.11; s:you have 0.05; s:you have *ed -0.13; s:you have already -0.18
s:you have been 0.04; s:you have got 0.02; s:you have had 0.01; s:you have not 0.10
s:you have noticed 0.09; s:you have to -0.06; s:you keep 0.19; s:you keep *ing 0.07
s:you know you 0.06; s:you said 0.01; s:you saw -0.09; s:you take 0.32; s:you take the 0.06
s:you tell 0.01; s:you tell me 0.06; s:you tried 0.01; s:you tried without 0.01
s:you understand 0.04; s:you understand she 0.08; s:you want -0.01; s:you want to -0.05
s:you will * 0.28; s:you would -0.24; s:you would be 0.08; s:you would have -0.16; s:your 0.04
s:your * 0.17; s:your * of 0.01; s:your * that 0.07; s:your * would 0.05; share 0.20; taken 0.28
turned -0.03; w:12 -0.16; w:2 0.20; w:20 -0.15; w:3 0.34; w:38 -0.03; w:5 -0.39; w:6 -0.04
w:a -0.23; w:about 0.38; w:account 0.27; w:add 0.29; w:adding 0.18; w:address 0.61; w:after -0.21
w:agree 0.48; w:ahead 0.14; w:air -0.14; w:alarm 0.05; w:alcohol 0.65; w:alive 0.10; w:all -0.07
w:allowed 0.15; w:almost -0.10; w:already -0.12; w:also -0.21; w:always -0.03; w:am 0.12
w:amazing -0.21; w:amount -0.18; w:an 0.03; w:and -0.27; w:another 0.13; w:answer 0.16; w:any 1.05
w:anybody 0.22; w:anyone 1.11; w:anything 0.55; w:anywhere 0.32; w:apologised 0.01
w:appointment -0.10; w:appreciate -0.16; w:around -0.02; w:ask 0.09; w:asked -0.38; w:asleep -0.01
w:asthma 0.26; w:aware 0.05; w:awesome -0.20; w:awful 0.15; w:b18 0.08; w:baby 0.05; w:bacon -0.07
w:bad 0.18; w:bag -0.02; w:bathroom 0.12; w:bay 0.05; w:be -0.10; w:because -0.44; w:beds 0.16
w:been 0.25; w:before 0.55; w:beg 0.10; w:behind -0.48; w:being -0.45; w:believe -0.10
w:bell -0.06; w:benefit 0.02; w:birth 0.30; w:blank -0.05; w:bleeding 0.06; w:blood -0.12
w:blue 0.22; w:board 0.27; w:body -0.49; w:book 0.23; w:born -0.08; w:boss -0.06; w:both 0.13
w:bother 0.07; w:bottom 0.08; w:brain -0.17; w:bread -0.02; w:breakfast -0.22; w:breathing -0.06
w:bring 0.21; w:brings 0.31; w:broke 0.02; w:bronwen 0.05; w:brother 0.04; w:buddy 0.07
w:bus 0.16; w:but -0.38; w:by 0.05; w:bye -0.11; w:cable 0.02; w:calculator 0.08; w:call -0.09
w:calls -0.25; w:calm -0.07; w:came -0.49; w:can 0.19; w:car 0.04; w:care -0.18; w:careful -0.09
w:carpet 0.08; w:carry -0.14; w:carrying -0.26; w:case 0.10; w:causing -0.25; w:cents -0.51
w:chair 0.16; w:change 0.46; w:changed 0.03; w:chapter -0.04; w:charity 0.36; w:chase -0.12
w:check -0.02; w:checks 0.21; w:chest -0.04; w:children -0.01; w:chip -0.01; w:choose -0.08
w:clean 0.16; w:clear 0.05; w:click 0.03; w:closes -0.04; w:codes -0.06; w:coffee 0.01
w:color -0.03; w:come 0.06; w:coming -0.02; w:congrats 0.02; w:control -0.14; w:convince 0.08
w:cool 0.25; w:cooper 0.11; w:copy -0.06; w:corner -0.13; w:correct 0.36; w:could 0.25
w:council 0.09; w:count 0.12; w:counted 0.01; w:covered 0.04; w:crazy -0.03; w:crew 0.10
w:curious 0.43; w:cut 0.08; w:d -0.07; w:dad -0.22; w:dale 0.05; w:data 0.08; w:date 0.24
w:day 0.11; w:days -0.39; w:deal 0.56; w:decay 0.05; w:desk -0.25; w:details 0.01; w:did 0.56
w:difference -0.62; w:different -0.25; w:difficult -0.02; w:dim -0.01; w:dinner -0.16
w:directly -0.01; w:discount 0.14; w:disease -0.03; w:distance 0.06; w:do 0.25; w:doctor -0.22
w:does 1.01; w:dog -0.40; w:doing -0.03; w:dollar -0.23; w:dollars 0.22; w:donating -0.32
w:donations 0.02; w:done -0.32; w:door -0.28; w:down 0.05; w:drinking 0.18; w:drive 0.31
w:drop -0.07; w:drugs 0.17; w:dry -0.03; w:due -0.16; w:dull -0.01; w:eight 0.24; w:eighths 0.11
w:eights 0.04; w:eighty -0.33; w:eleven -0.30; w:else 0.35; w:em -0.28; w:end 0.09; w:even -0.10
w:ever 0.43; w:every -0.18; w:everybody 0.19; w:everyone -0.25; w:everything -0.59
w:exactly -0.61; w:examine -0.07; w:excuse 0.09; w:exercises -0.05; w:explain -0.03; w:eyes -0.31
w:face -0.20; w:fact -0.02; w:fair 0.05; w:fat 0.04; w:fee 0.09; w:feel -0.49; w:fifteen 0.29
w:fifty -0.09; w:find -0.17; w:fine -0.39; w:firewood 0.27; w:firm -0.08; w:first -0.11
w:fish -0.10; w:fishing -0.04; w:five 0.04; w:fix -0.05; w:flag 0.23; w:flip 0.01; w:flying 0.02
w:follow 0.36; w:food 0.23; w:for -0.15; w:forgot -0.04; w:form 0.17; w:forty -0.08; w:four 0.10
w:fraction 0.16; w:friday 0.29; w:fridge -0.15; w:friends -0.17; w:from 0.03; w:full 0.12
w:gave 0.11; w:get -0.15; w:gets -0.04; w:give -0.34; w:given 0.11; w:giving 0.16; w:glad -0.20
w:go 0.02; w:goats 0.08; w:god -0.08; w:goes -0.07; w:going 0.19; w:gone -0.12; w:good 0.14
w:grab 0.03; w:great -0.04; w:ground 0.09; w:group 0.18; w:grow 0.14; w:guess -0.24; w:gym 0.21
w:had -0.23; w:haha -0.01; w:hand 0.48; w:hands -0.37; w:handwriting 0.09; w:hang -0.05
w:happen 0.11; w:happened 0.10; w:happens -0.04; w:hard 0.06; w:has 0.47; w:have 0.17
w:having -0.11; w:he -0.16; w:head 0.08; w:health 0.12; w:heard 0.19; w:hearing 0.18
w:heart -0.40; w:heat -0.02; w:hed -0.15; w:helped 0.07; w:her -0.23; w:here 0.23; w:hers 0.30
w:hey 0.03; w:hiding 0.10; w:high 0.09; w:him -0.14; w:his -0.24; w:hit -0.40; w:home 0.08
w:house 0.12; w:how 1.22; w:howd 0.44; w:hundred -0.43; w:hungry -0.03; w:hurts -0.12; w:i -0.20
w:id -0.31; w:idea -0.26; w:if 0.59; w:ill -0.46; w:ilse 0.13; w:in -0.04; w:ines 0.11
w:information 0.22; w:injections -0.06; w:instead 0.22; w:into 0.55; w:is -0.03; w:it -0.19
w:its -0.58; w:j 0.12; w:jabs 0.22; w:jamal 0.18; w:job -0.08; w:just -0.15; w:k 0.02
w:keep -0.22; w:keeps 0.01; w:kept 0.14; w:key 0.03; w:kid -0.40; w:kids -0.53; w:kind -0.35
w:kitchen -0.13; w:knee -0.15; w:knew -0.21; w:kofi 0.03; w:landing 0.01; w:lantern 0.02
w:lanterns 0.07; w:laps 0.09; w:laughing -0.09; w:laundry 0.13; w:lawyer -0.08; w:learn 0.01
w:lease 0.13; w:leave 0.03; w:leaving 0.29; w:left -0.12; w:let -0.35; w:letter -0.06
w:light -0.09; w:like -0.09; w:likely -0.20; w:line 0.20; w:link -0.16; w:living 0.03
w:logged 0.08; w:lol -0.04; w:long -0.16; w:longer 0.05; w:look -0.20; w:looking 0.32
w:lose -0.45; w:losers -0.07; w:lottie 0.12; w:loud 0.01; w:love 0.16; w:low -0.01; w:lunch 0.15
w:lung -0.04; w:lying -0.13; w:machine -0.11; w:mad 0.01; w:made 0.10; w:make -0.06; w:makes -0.14
w:man -0.06; w:manual 0.18; w:mask 0.07; w:matter -0.18; w:matters -0.58; w:may 0.25
w:maybe -0.22; w:me 0.15; w:mealtime 0.29; w:means -0.12; w:meant 0.24; w:measure 0.16
w:measured 0.40; w:memory 0.06; w:metabolic 0.04; w:might 0.12; w:mike 0.15; w:mind 0.15
w:mine 0.08; w:minutes -0.47; w:miserable 0.26; w:mister -0.04; w:moment 0.23; w:monday 0.18
w:month 0.06; w:months -0.20; w:morning -0.06; w:mornings 0.05; w:most -0.10; w:mother 0.06
w:mouth -0.09; w:much -0.56; w:must -0.21; w:my -0.50; w:myself -0.11; w:name 0.80; w:nan -0.07
w:neat 0.06; w:need -0.22; w:needles 0.22; w:needs -0.11; w:never -0.10; w:news -0.11; w:next 0.06
w:nice -0.39; w:night 0.05; w:nightly 0.03; w:nine -0.40; w:no -0.22; w:nobody -0.38
w:nobody's -0.13; w:nobodys -0.03; w:nod -0.01; w:nope 0.10; w:normal 0.11; w:not -0.46
w:note -0.19; w:nothing -0.29; w:noticed 0.32; w:now 0.12; w:number 0.60; w:numbers 0.43
w:numbness 0.05; w:nursing 0.09; w:odd 0.08; w:of -0.07; w:off 0.03; w:often -0.04; w:oh -0.34
w:okay 0.34; w:on 0.02; w:once -0.03; w:one -0.15; w:ones 0.27; w:only -0.68; w:onto 0.04
w:open -0.09; w:opening 0.08; w:options -0.02; w:or 0.79; w:organization 0.28; w:oslo 0.03
w:other 0.11; w:ought 0.07; w:our 0.17; w:out -0.03; w:over -0.09; w:overnight 0.13; w:p 0.16
w:pain 0.50; w:paracetamol -0.02; w:pardon 0.25; w:park -0.07; w:parking 0.18; w:pass -0.05
w:past -0.02; w:patch 0.17; w:patient -0.08; w:payday 0.03; w:paying 0.01; w:payment -0.25
w:pen 0.26; w:people -0.85; w:per -0.03; w:percent 0.35; w:percentage 0.05; w:perhaps 0.01
w:person -0.49; w:phone -0.09; w:photo 0.18; w:picture 0.10; w:piece 0.30; w:place 0.25
w:plus 0.13; w:pocket -0.02; w:pool 0.03; w:position 0.06; w:post -0.12; w:postcode 0.34
w:pour -0.15; w:premium 0.07; w:pretty -0.68; w:priya 0.02; w:priyesh 0.02; w:probably -0.07
w:problem 0.14; w:promise 0.07; w:protein -0.03; w:prove 0.23; w:put -0.21; w:putting 0.14
w:questions 0.25; w:quiet -0.20; w:quit 0.15; w:quite 0.08; w:rack -0.03; w:radio -0.04
w:rains 0.10; w:ran -0.01; w:rather -0.21; w:reaching 0.02; w:read 0.25; w:ready 0.30; w:real 0.03
w:realistic 0.04; w:really -0.06; w:reason -0.01; w:recommend -0.01; w:reference 0.22
w:relax 0.08; w:remembers 0.12; w:replace -0.07; w:report 0.03; w:reserve -0.18; w:respect -0.16
w:rest -0.24; w:right 0.53; w:ring 0.03; w:roll -0.10; w:room -0.34; w:rope 0.12; w:round -0.23
w:ruler 0.09; w:running -0.03; w:runs -0.14; w:safe 0.22; w:sandoval 0.01; w:saturdays -0.11
w:save 0.02; w:saving 0.01; w:saw -0.27; w:say 0.10; w:says -0.53; w:scale 0.70; w:scared -0.15
w:school -0.04; w:seats -0.01; w:sec 0.02; w:second -0.14; w:seen -0.15; w:seesaw 0.10
w:send 0.01; w:sense 0.07; w:service 0.02; w:services 0.13; w:setting 0.18; w:seven 0.24
w:sevens 0.02; w:seventeen 0.26; w:shall 1.43; w:sheet 0.03; w:shoot 0.10; w:show -0.46
w:shower 0.02; w:shut -0.15; w:side 0.14; w:sides 0.15; w:sign 0.28; w:since 0.08; w:sir -0.13
w:sitting 0.08; w:six 0.36; w:sixteen 0.08; w:sixteenths 0.04; w:size 0.03; w:skip -0.17
w:sleeper 0.08; w:sleeping 0.03; w:slightly -0.04; w:smart 0.15; w:smoke 0.19; w:so 0.20
w:socket 0.02; w:sold 0.08; w:someone -0.03; w:someplace -0.01; w:sorry 0.01; w:sort -0.23
w:spacer 0.10; w:spare -0.04; w:speaking 0.04; w:special -0.09; w:splitter 0.02; w:spring -0.17
w:stage -0.01; w:standing -0.10; w:start 0.29; w:started -0.44; w:stays -0.28; w:steps 0.05
w:still 0.11; w:stores -0.23; w:stove 0.08; w:straight -0.17; w:street 0.49; w:strong -0.14
w:student 0.48; w:suggest -0.01; w:sunday 0.08; w:sunscreen 0.09; w:super 0.19; w:supposed 0.17
w:sure -0.31; w:surgery 0.03; w:surprised -0.01; w:swap -0.22; w:switch -0.04; w:take 0.14
w:takeaways 0.09; w:takes 0.28; w:talk 0.13; w:talking -0.44; w:tamsin 0.12; w:task -0.37
w:taught -0.08; w:teach -0.05; w:teenagers 0.16; w:teeth 0.05; w:tempt -0.07; w:ten 0.48
w:tens 0.06; w:terms 0.26; w:terraced 0.14; w:test 0.04; w:text -0.07; w:than -0.27; w:thank -0.17
w:that 0.30; w:them's 0.06; w:then 0.11; w:there -0.37; w:these 0.33; w:they -0.09; w:thing -0.11
w:things 0.10; w:think -0.11; w:thinking -0.31; w:this 0.22; w:though 0.59; w:thought -0.05
w:three 0.18; w:through 0.35; w:throw 0.06; w:time 0.17; w:times -0.08; w:tip -0.01; w:tired -0.12
w:tiredness -0.01; w:to -0.15; w:today 0.16; w:toilet 0.07; w:told -0.24; w:tomorrow 0.17
w:tonight 0.04; w:too -0.01; w:top 0.27; w:touch -0.09; w:tracking 0.01; w:trend 0.08
w:tried 0.02; w:trish 0.07; w:trust -0.22; w:try 0.20; w:trying -0.12; w:tube 0.04; w:turned 0.01
w:turning 0.08; w:twenty 0.34; w:twice -0.21; w:two -0.01; w:type 0.02; w:typical 0.06
w:underneath -0.01; w:understand 0.77; w:understanding -0.01; w:unin -0.04; w:unsure -0.02
w:until 0.29; w:up -0.19; w:update -0.09; w:upwards 0.02; w:url -0.04; w:us -0.07; w:used -0.05
w:using 0.44; w:version 0.05; w:very -0.22; w:visitor 0.05; w:visualizing 0.06; w:wait -0.08
w:waiting -0.26; w:walk -0.06; w:wall 0.43; w:wand 0.04; w:want 0.02; w:wanted -0.04
w:wants -0.20; w:was -0.18; w:watching -0.17; w:waters 0.49; w:way -0.06; w:we 0.33
w:website 0.07; w:wednesday 0.25; w:weed 0.07; w:week 0.15; w:weekdays 0.20; w:well 0.13
w:wellness 0.02; w:were -0.33; w:what 0.79; w:whatd 0.13; w:when 0.48; w:where 0.40
w:whereabouts 0.27; w:wherever 0.17; w:whether -0.11; w:which 0.68; w:white 0.05; w:who 0.39
w:whoever -0.02; w:whose 0.17; w:why 0.49; w:wife 0.10; w:will -0.32; w:window -0.02; w:wire -0.10
w:wish -0.05; w:with 0.26; w:within -0.23; w:words 0.26; w:work 0.10; w:working 0.38
w:works -0.53; w:world -0.06; w:worried -0.05; w:worries 0.11; w:worse -0.46; w:would 0.35
w:write 0.30; w:yeah 0.01; w:year -0.39; w:years -0.81; w:you 0.02; w:your -0.13; w:yours -0.03
w:yourself -0.03; w:zero 0.90; who: -0.47; who:i -0.84; who:you -0.24; who:youi 0.44
"""
