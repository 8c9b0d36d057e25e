"""Learned weights of ``objection``; written by ``python -m benchmarks.train_signals``."""

LINE = (1.28, 0.868, -0.722)
WEIGHTS = """
after ask 1.29; after question -0.09; b:# # -0.18; b:# * -0.01; b:# in 0.29; b:# is 0.11
b:# that 0.14; b:# this 0.08; b:* *ed 0.03; b:* *ing -0.08; b:* a -0.08; b:* about -0.02
b:* all 0.12; b:* and 0.08; b:* are 0.08; b:* as 0.05; b:* can 0.09; b:* for 0.30; b:* from 0.04
b:* gets 0.13; b:* i -0.20; b:* is 0.34; b:* it 0.09; b:* just 0.04; b:* me 0.26; b:* more 0.26
b:* new 0.15; b:* nothing 0.07; b:* on 0.10; b:* one -0.31; b:* or -0.08; b:* over -0.07
b:* right 0.18; b:* should 0.12; b:* so -0.14; b:* sorry 0.28; b:* than 0.04; b:* that -0.01
b:* the 0.21; b:* their 0.02; b:* there -0.04; b:* those 0.10; b:* time 0.32; b:* to 0.02
b:* up -0.44; b:* will 0.12; b:* with -0.12; b:* you -0.04; b:*ed goes 0.29; b:*ed to -0.23
b:*ed you 0.15; b:*ing * -0.23; b:*ing a 0.19; b:*ing for 0.04; b:*ing me 0.17; b:*ing on 0.11
b:*ing through 0.19; b:*ing to 0.17; b:@feel a 0.11; b:@feel about -0.09; b:@feel for 0.05
b:@feel my 0.09; b:@feel that 0.06; b:@feel to -0.15; b:a # -0.06; b:a * -0.30; b:a *ing -0.01
b:a @day 0.10; b:a bad 0.12; b:a bit 0.39; b:a great -0.04; b:a long 0.09; b:a lot 0.23
b:a problem -0.06; b:a whole 0.02; b:about the -0.07; b:all day 0.15; b:all i 0.08
b:already give 0.02; b:already said 0.12; b:am * 0.12; b:am not 0.05; b:am sorry -0.30
b:and big 0.10; b:and i -0.05; b:and nobody 0.16; b:another * 0.26; b:another offer 0.09
b:any * -0.08; b:any of 0.18; b:are * 0.03; b:are still 0.16; b:are trying 0.18; b:at # -0.22
b:at the 0.11; b:bad * 0.01; b:be * 0.33; b:be a 0.16; b:be here 0.14; b:been on 0.11
b:before to 0.10; b:big * 0.02; b:bit * 0.05; b:bit more 0.14; b:bit much 0.09; b:but i -0.06
b:by @day 0.09; b:by the 0.06; b:could do -0.01; b:day off 0.02; b:did not -0.26; b:do i 0.25
b:do that 0.30; b:do you -0.02; b:every * -0.14; b:everyone else 0.14; b:for *ing -0.06
b:for me 0.12; b:for that 0.47; b:for the -0.05; b:for this 0.01; b:from home 0.12; b:get my 0.06
b:gets most 0.13; b:gets there 0.13; b:give * 0.19; b:give that 0.11; b:given to 0.04
b:go * -0.10; b:goes @feel 0.18; b:gone up 0.02; b:good * -0.08; b:good with 0.06; b:got * 0.14
b:got a 0.14; b:got another 0.35; b:had * 0.06; b:had a -0.01; b:happens if 0.19; b:have a -0.13
b:have anything 0.12; b:have got 0.64; b:have never 0.04; b:have no -0.15; b:have not -0.17
b:have people 0.19; b:have seen -0.11; b:have the 0.09; b:he is -0.19; b:heard of -0.12
b:heard that 0.09; b:here by 0.14; b:hold for 0.12; b:how do 0.29; b:i * -0.37; b:i @feel 0.06
b:i already 0.43; b:i am -0.08; b:i can -0.14; b:i did -0.22; b:i do 0.05; b:i had -0.18
b:i have -0.20; b:i mean -0.09; b:i need 0.06; b:i never 0.06; b:i said 0.07; b:i see -0.10
b:i think 0.22; b:i want 0.26; b:i was 0.27; b:i will -0.28; b:i wish 0.02; b:i work 0.44
b:if i 0.17; b:if your 0.19; b:important no 0.15; b:in my -0.24; b:is *ing -0.26; b:is @feel -0.03
b:is a 0.35; b:is good -0.08; b:is like 0.07; b:is long 0.01; b:is my 0.19; b:is not 0.14
b:is the -0.16; b:is there -0.10; b:is too 0.27; b:is way 0.09; b:is what 0.04; b:it * -0.82
b:it again 0.05; b:it does -0.14; b:it gets 0.07; b:it he 0.18; b:it is 0.15; b:it like -0.01
b:it one 0.11; b:it was -0.22; b:just * 0.03; b:just do 0.04; b:just goes 0.08; b:keep the 0.13
b:know this 0.11; b:last time 0.14; b:let me -0.11; b:like # 0.13; b:like *ing -0.20
b:like everyone 0.17; b:like i -0.01; b:like people 0.03; b:like that -0.54; b:like this 0.05
b:like to -0.31; b:little over 0.10; b:long time 0.12; b:look i 0.13; b:lot are 0.12
b:lot more 0.32; b:lot with 0.13; b:me # 0.12; b:me * -0.21; b:me an 0.17; b:me as 0.08
b:me something 0.18; b:mean i -0.02; b:might be 0.04; b:more important 0.15; b:more than 0.23
b:most of 0.23; b:much * 0.01; b:must be 0.07; b:my * 0.13; b:need to 0.25; b:new * 0.05
b:no * -0.08; b:nobody * 0.38; b:not * 0.07; b:not *ing 0.42; b:not any 0.11; b:not at 0.11
b:not do 0.13; b:not even -0.02; b:not give 0.21; b:not have 0.14; b:not here -0.01
b:not interested 0.06; b:not like 0.04; b:not me 0.14; b:not mine 0.09; b:not need -0.15
b:not say -0.07; b:not that 0.10; b:not today 0.10; b:not want 0.11; b:nothing we 0.09
b:of * 0.05; b:of that -0.10; b:of the -0.03; b:of these 0.10; b:of those 0.30; b:off for 0.06
b:on * 0.48; b:on hold 0.12; b:on my -0.06; b:on you 0.03; b:one * -0.19; b:one of 0.23
b:one up 0.12; b:other * -0.15; b:other lot 0.12; b:our * -0.14; b:over what 0.39; b:part of 0.05
b:people *ing 0.39; b:rather give 0.23; b:really not 0.09; b:right now 0.22; b:said last 0.17
b:said no 0.36; b:says i -0.12; b:should do 0.13; b:some * -0.18; b:somebody i 0.04
b:something like 0.11; b:something when 0.18; b:sorry to -0.01; b:still * 0.29; b:than * 0.31
b:thank you 0.42; b:thanks for -0.13; b:that * -0.36; b:that are 0.04; b:that before 0.08
b:that is 0.19; b:that long 0.16; b:that nobody 0.08; b:that not 0.14; b:that one 0.18
b:that they -0.06; b:the other 0.04; b:them to 0.09; b:there is -0.37; b:there must 0.20
b:these * 0.11; b:things on 0.04; b:think about 0.05; b:think i -0.13; b:think it 0.15
b:think the 0.14; b:think we 0.04; b:this * 0.07; b:this time 0.01; b:this year 0.16
b:those they 0.06; b:those things 0.14; b:those where 0.13; b:thought of -0.02
b:through your 0.19; b:time this 0.15; b:time to 0.24; b:to * 0.31; b:to *ing 0.04; b:to ask -0.02
b:to be 0.23; b:to hear -0.22; b:to keep 0.13; b:to know -0.18; b:to somebody 0.02
b:to think 0.20; b:told it 0.08; b:too * 0.41; b:trying to 0.11; b:unless * 0.18; b:up # 0.04
b:want another 0.03; b:want my 0.03; b:want one 0.06; b:wanted to 0.05; b:was *ing 0.09
b:was there 0.13; b:was told 0.33; b:way over 0.15; b:we * -0.21; b:we are -0.01; b:we have 0.51
b:we might 0.09; b:we said 0.10; b:we want 0.16; b:we wanted 0.15; b:what * -0.03
b:what happens 0.16; b:what we 0.37; b:what you 0.08; b:when the 0.17; b:where the 0.13
b:who * 0.17; b:whole day 0.12; b:will * -0.13; b:will be -0.03; b:will not 0.52
b:willing to -0.18; b:wish i 0.01; b:with me -0.10; b:with something 0.13; b:with the -0.17
b:without *ing 0.06; b:work for 0.07; b:work from 0.12; b:work on 0.16; b:would be -0.11
b:would have 0.17; b:would let 0.07; b:would like -0.36; b:would prefer 0.02; b:you # 0.17
b:you can -0.18; b:you have -0.15; b:you said 0.16; b:your * 0.23; bias -1.28; clause after -0.19
concern 0.99; disagrees 0.20; e:* -0.08; e:*ed -0.07; e:@day 0.13; e:@feel -0.15; e:again 0.11
e:because -0.13; e:could 0.05; e:day 0.08; e:do -0.22; e:else 0.14; e:have -0.02; e:here -0.04
e:interested 0.19; e:it 0.19; e:long 0.20; e:mine 0.06; e:more 0.07; e:much -0.05; e:no 0.55
e:not -0.34; e:offer 0.09; e:okay -0.26; e:one -0.07; e:really 0.03; e:right -0.13; e:said 0.03
e:something -0.01; e:sorry 0.06; e:sure -0.10; e:that -0.09; e:them -0.15; e:things 0.03
e:this 0.12; e:though -0.12; e:time 0.15; e:to -0.12; e:too -0.08; e:way 0.05; e:year 0.28
e:you 0.12; ends bare -0.39; ends mark -0.18; ends raw -0.44; ends stop -0.34; first -0.78
heard:0 -1.28; heard:1 -1.91; heard:12 0.28; heard:18 0.51; heard:2 -0.63; heard:28 0.35
heard:3 -1.71; heard:5 -1.43; heard:8 -0.54; heard:more 0.07; k:# 0.12; k:* 0.08; k:*ed -0.57
k:@feel -0.34; l:but 0.37; l:no 0.40; l:oh -0.50; l:okay -0.48; l:so -0.80; l:sure -0.04
l:then 0.10; l:wow -0.12; last -0.15; later -0.73; mark short 0.06; n:1 -1.08; n:12 0.28
n:18 -0.32; n:2 -0.89; n:28 -0.08; n:3 -0.77; n:5 -0.30; n:8 0.21; nod -0.65; p:asks_word -0.86
p:but 0.24; p:commits -0.41; p:echoes -0.62; p:explain -0.55; p:fact -0.21; p:inverted -1.15
p:no 0.62; p:opens_inverted -0.57; p:own 0.02; p:points_back 0.07; p:reflects -0.37
p:reflects_inside 0.01; p:refuses 1.42; p:worry 0.79; p:you -0.60; q:how  -0.43; q:how do 0.28
q:what  0.32; q:who  0.01; q:why  -0.05; s:# 0.50; s:# * 0.16; s:# * is 0.17; s:# is 0.09
s:# is a 0.09; s:# that 0.16; s:# that is 0.16; s:* 0.05; s:* * is 0.13; s:* a 0.14
s:* a bit 0.15; s:* are 0.01; s:* are @feel 0.09; s:* is 0.16; s:* is really 0.06
s:* nothing 0.09; s:* nothing we 0.09; s:* of 0.07; s:* of these 0.10; s:*ing -0.16; s:@feel -0.02
s:a -0.29; s:he -0.75; s:he is -0.02; s:how 0.03; s:how do 0.30; s:how do i 0.33; s:i * my 0.17
s:i * they 0.08; s:i *ed -0.32; s:i already 0.27; s:i already give 0.02; s:i already said 0.12
s:i am * 0.21; s:i am not 0.07; s:i am sorry -0.29; s:i can -0.40; s:i can do -0.01
s:i can not -0.02; s:i could -0.03; s:i did -0.16; s:i get my 0.09; s:i had -0.07
s:i have been 0.02; s:i have got 0.52; s:i have no -0.06; s:i have not -0.11; s:i just do 0.06
s:i know -0.54; s:i mean -0.07; s:i mean i -0.02; s:i need to 0.02; s:i never 0.09
s:i never * 0.15; s:i said 0.09; s:i said no 0.11; s:i think 0.07; s:i think it 0.09
s:i think the 0.14; s:i want to -0.08; s:i was 0.30; s:i was *ing 0.09; s:i was told 0.33
s:i will -0.09; s:i will * -0.18; s:i will not 0.16; s:i wish 0.04; s:i wish i 0.02; s:i work 0.39
s:i work from 0.12; s:i work on 0.16; s:i would like -0.23; s:i would prefer 0.02
s:i would rather 0.02; s:if i have 0.13; s:is it one 0.13; s:it -0.05; s:it * -0.03; s:it is 0.17
s:it is a 0.16; s:it is my 0.01; s:its 0.15; s:just 0.03; s:just * 0.17; s:just * me 0.17
s:let -0.08; s:look 0.17; s:look i 0.17; s:look i *ed 0.17; s:maybe -0.25; s:my -0.03
s:my * -0.05; s:my * @feel 0.11; s:my * is -0.11; s:my * will 0.23; s:need 0.06; s:need to 0.06
s:need to *ing 0.06; s:not 0.47; s:not at 0.12; s:not at the 0.15; s:not really 0.02
s:not today 0.10; s:problem -0.04; s:she -0.19; s:she is * 0.04; s:thank 0.46; s:thank you 0.46
s:that i -0.24; s:that is 0.14; s:that is like 0.18; s:that is not 0.27; s:that is way 0.09
s:that is what 0.08; s:the * -0.14; s:the other 0.12; s:the other lot 0.12; s:there is -0.03
s:there is a -0.04; s:there must 0.20; s:there must be 0.20; s:they are 0.09
s:they are still 0.18; s:two * is 0.01; s:usually 0.08; s:way 0.02; s:we 0.22; s:we have 0.15
s:we have never 0.11; s:we want 0.16; s:we want to 0.16; s:what happens 0.16
s:what happens if 0.19; s:who 0.04; s:who * 0.12; s:who * * 0.16; s:you -0.11
s:you are trying 0.18; s:you would 0.09; s:you would have 0.19; share -0.13; taken 0.06
turned -0.15; w:$0 0.20; w:a -0.12; w:about -0.79; w:ads 0.10; w:after -0.42; w:again 0.03
w:all 0.02; w:alone -0.01; w:already 0.36; w:also -0.27; w:always -0.11; w:am -0.09; w:and -0.49
w:another 0.35; w:are 0.27; w:around -0.16; w:as 0.12; w:ask -0.28; w:at -0.22; w:baby 0.05
w:back -0.09; w:be 0.15; w:because -0.31; w:behind 0.14; w:birthday 0.13; w:bit 0.24
w:blocks 0.18; w:boss 0.49; w:bought 0.09; w:broken 0.17; w:but -0.07; w:by 0.02; w:can -0.10
w:cancel 0.18; w:catch 0.19; w:charge 0.07; w:charities 0.87; w:cheaper 0.18; w:check -0.08
w:cheeky 0.07; w:chest 0.08; w:children -0.25; w:children's 0.20; w:choose 0.27; w:church 0.16
w:cold 0.02; w:come -0.29; w:could -0.46; w:day 0.10; w:defended 0.17; w:did -0.88
w:different -0.05; w:directly 0.38; w:does -0.32; w:dollar -0.17; w:donate -0.16; w:donating 0.07
w:donation 0.13; w:donations 0.43; w:done -0.10; w:doubt 0.28; w:early 0.14; w:eighty 0.17
w:email 0.16; w:even -0.56; w:every -0.51; w:exactly -0.07; w:feed 0.17; w:fifth 0.02
w:fifty 0.36; w:find -0.08; w:fine -0.32; w:five 0.33; w:food 0.21; w:for 0.26; w:four -0.37
w:fridays 0.12; w:from 0.12; w:front 0.13; w:get -0.30; w:gets 0.26; w:give 0.36; w:go -0.11
w:goes 0.26; w:good -0.32; w:got 0.43; w:government 0.28; w:great -0.82; w:green -0.01
w:guess -0.09; w:had -0.43; w:happens 0.13; w:hard -0.32; w:has -0.15; w:hates 0.17; w:have 0.03
w:he -0.40; w:hear -0.42; w:help -0.12; w:helping -0.08; w:helps -0.19; w:her -0.36; w:him -0.15
w:hold 0.10; w:honest 0.41; w:honestly 0.22; w:hoping 0.07; w:house 0.06; w:how -0.11
w:husband -0.07; w:i -0.05; w:if 0.12; w:in -0.27; w:interested 0.14; w:is 0.34; w:it -0.24
w:keeps 0.10; w:kids -0.04; w:know -0.11; w:lanterns 0.08; w:last 0.10; w:left -0.22; w:legal 0.02
w:like -0.10; w:limit 0.14; w:local 0.24; w:long 0.45; w:look 0.05; w:lost 0.33; w:lot 0.40
w:love -0.04; w:made -0.01; w:make -0.21; w:marco 0.18; w:maybe -0.61; w:me -0.03; w:mean -0.11
w:mine 0.01; w:minutes 0.13; w:moment 0.26; w:money 0.95; w:month 0.18; w:months -0.18
w:more 0.29; w:much -0.09; w:mum -0.05; w:must 0.01; w:my 0.14; w:myself -0.14; w:needles 0.13
w:news 0.06; w:next -0.07; w:nice -0.08; w:no 0.11; w:nobody 0.22; w:noon 0.03; w:not 0.36
w:of -0.01; w:offer 0.04; w:offering 0.12; w:okay -0.44; w:on 0.09; w:one -0.04; w:or -0.48
w:organization -0.12; w:our -0.23; w:out -0.65; w:over 0.38; w:own -0.08; w:parents 0.02
w:participate 0.12; w:pay 0.10; w:paying 0.16; w:payment -0.27; w:pays 0.14; w:places 0.04
w:plans 0.08; w:please -0.03; w:pounds 0.18; w:prefer 0.05; w:pretty 0.09; w:probably -0.04
w:problem -0.36; w:put -0.29; w:quote 0.08; w:rates 0.17; w:rather 0.01; w:receipts 0.16
w:rent 0.15; w:reward 0.06; w:ridiculous 0.19; w:ring 0.02; w:ringing 0.02; w:room 0.07
w:rope 0.13; w:said 0.57; w:salaries 0.42; w:same -0.03; w:saturday 0.09; w:save -0.06
w:say -0.09; w:says -0.24; w:scam 0.11; w:scared 0.15; w:scratch 0.32; w:second 0.06; w:see -0.38
w:seen -0.12; w:sees 0.05; w:sell 0.18; w:she -0.30; w:sick -0.05; w:six -0.19; w:slow 0.18
w:so -0.20; w:some -0.47; w:something 0.12; w:sorry -0.05; w:spend 0.07; w:spy 0.06; w:still 0.46
w:stranger -0.03; w:stuck 0.12; w:stuff -0.04; w:sure -0.38; w:take -0.39; w:takes 0.07
w:talk -0.30; w:tax 0.14; w:team -0.01; w:tell -0.57; w:ten -0.37; w:than 0.14; w:thank 0.42
w:thanks -0.13; w:that 0.17; w:the -0.05; w:them -0.29; w:then -0.40; w:there -0.03; w:these 0.10
w:they -0.32; w:thing's 0.34; w:things 0.23; w:think 0.18; w:thirty 0.03; w:this 0.52
w:those 0.50; w:though -0.15; w:thought -0.54; w:tickets 0.15; w:tight 0.43; w:time 0.39
w:to 0.02; w:too 0.04; w:took 0.01; w:tough 0.25; w:travelling 0.16; w:true 0.01; w:trust 0.09
w:trying 0.11; w:twice 0.42; w:two -0.04; w:unless 0.27; w:up -0.24; w:uses 0.17; w:usually 0.02
w:vendors 0.18; w:very -0.19; w:wait 0.26; w:walking 0.18; w:want 0.41; w:waste 0.16; w:water 0.07
w:way 0.25; w:we 0.53; w:were -0.02; w:why -0.18; w:will -0.22; w:willing -0.18; w:win 0.07
w:with -0.38; w:work 0.17; w:world -0.10; w:worth 0.17; w:would -0.07; w:year 0.19; w:years 0.07
w:yellow 0.04; w:you -0.62; w:your 0.08; w:yourself 0.07; w:zero 0.02; who: -0.94; who:i -0.10
who:you -0.69
"""
